import { namedContact } from '../../domain/people/find-contact.ts';
import type { Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { type Banner, type BannerView, banners, bannerViews } from '../../model/outreach.ts';
import type { Contact } from '../../model/people.ts';
import { page } from '../../paging/page.ts';
import type { Workspace } from '../../store/workspace.ts';

/** Answers the operations of banners. */
export const bannerRoutes: Routes = {
  'GET /contacts/{id}/banners': (call) => {
    const contact = namedContact(call, call.params.id);
    const seen = banners(call.workspace)
      .filter((banner) => matches(banner, contact))
      .map((banner) => ({ banner, view: viewOf(call, banner, contact) }))
      .filter(({ view }) => view.dismissed_at === null);
    for (const { banner, view } of seen) {
      banner.impressions += 1;
      view.impressions += 1;
      view.last_shown_at = call.now;
    }
    const rows = seen.map(({ banner, view }) => ({
      ...banner,
      type: 'banner',
      view_id: view.id,
      client_targeting: [],
    }));
    return page(call, rows, (row) => row, { type: 'list' });
  },
  'POST /contacts/{id}/banners/{view_id}/dismiss': (call) => {
    const contact = namedContact(call, call.params.id);
    const found = bannerViews(call.workspace).get(call.params.view_id);
    const view = existing(found?.contact_id === contact.id ? found : undefined, 'Banner view');
    view.dismissed_at ??= call.now;
    return { type: 'banner_dismiss', view_id: view.id, dismissed: true };
  },
};

function matches({ audience: { role, attribute, value } }: Banner, contact: Contact): boolean {
  if (role !== null && contact.role !== role) return false;
  return attribute === undefined || contact.custom_attributes[attribute] === value;
}

function viewOf(
  { workspace, now }: { workspace: Workspace; now: number },
  banner: Banner,
  contact: Contact,
): BannerView {
  const views = bannerViews(workspace);
  return (
    views.find((view) => view.banner_id === banner.id && view.contact_id === contact.id) ??
    views.put({
      id: workspace.nextId('banner_views', 88_001),
      banner_id: banner.id,
      contact_id: contact.id,
      impressions: 0,
      first_shown_at: now,
      last_shown_at: now,
      dismissed_at: null,
    })
  );
}
