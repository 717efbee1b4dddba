import { existing } from '../../fault.ts';
import type { Routes } from '../../http/call.ts';
import type { Contact } from '../../model/people.ts';
import { page } from '../../paging/page.ts';
import { tableOf, type Workspace } from '../../store/workspace.ts';
import { namedContact } from '../people/find-contact.ts';

/** A strip of text that contacts see in the product. */
export interface Banner {
  readonly id: string;
  title: string | null;
  /** HTML. */
  body: string;
  style: 'inline' | 'floating';
  position: 'top' | 'bottom';
  show_dismiss_button: boolean;
  action: { readonly type: 'url'; readonly label: string; readonly target: string } | null;
  /** Which contacts see it. */
  readonly audience: { readonly role: Contact['role'] | null; readonly attribute?: string; readonly value?: string };
  /** How often it was shown to anyone. */
  impressions: number;
  readonly created_at: number;
}

/** A banner as one contact sees it, from the first time on. */
interface BannerView {
  /** The `view_id` of the API. */
  readonly id: string;
  readonly banner_id: string;
  readonly contact_id: string;
  impressions: number;
  readonly first_shown_at: number;
  last_shown_at: number;
  dismissed_at: number | null;
}

/** The live banners of the workspace. */
export const banners = tableOf<Banner>('banners');

/** Which contact was shown which banner. */
const bannerViews = tableOf<BannerView>('banner_views');

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
