import { namedContact } from '../../domain/people/find-contact.ts';
import { renderTags } from '../../domain/tags/render-tags.ts';
import type { Routes } from '../../http/call.ts';
import { page } from '../../paging/page.ts';
import { consentsOf } from './consents-of.ts';
import { renderSegment } from './render-segment.ts';
import { segmentsOfContact } from './segment-rules.ts';

/** What a contact has, in whole: segments, subscriptions, tags. */
export const contactListRoutes: Routes = {
  'GET /contacts/{contact_id}/segments': (call) => {
    const contact = namedContact(call, call.params.contact_id);
    return page(call, segmentsOfContact(call.workspace, contact, call.now), renderSegment);
  },
  'GET /contacts/{contact_id}/subscriptions': (call) =>
    page(call, consentsOf(call.workspace, namedContact(call, call.params.contact_id))),
  'GET /contacts/{contact_id}/tags': (call) => {
    const { tags } = namedContact(call, call.params.contact_id);
    return page(call, renderTags(call.workspace, tags).tags);
  },
};
