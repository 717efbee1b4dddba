import { textIn } from '../../domain/knowledge/article-texts.ts';
import { crud } from '../../generic/crud.ts';
import { latestFirst } from '../../generic/order.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { app } from '../../model/app.ts';
import {
  articles,
  collections,
  type HelpCenter,
  helpCenters,
  type Redirect,
  redirects,
} from '../../model/knowledge.ts';
import { page } from '../../paging/page.ts';
import { helpCenterIds, siteOf } from './help-center-of.ts';

const path = '/help_center/help_centers/{help_center_id}/redirects';

/** Operations on help centers and on the redirects of their old addresses. */
export const helpCenterRoutes: Routes = {
  ...crud<HelpCenter>({
    collection: '/help_center/help_centers',
    item: '/help_center/help_centers/{help_center_id}',
    param: 'help_center_id',
    what: 'Help center',
    table: helpCenters,
    render: (row) => ({ ...row, workspace_id: app.id, url: siteOf(row) }),
  }),
  [`GET ${path}`]: (call) => {
    const { id } = centerOf(call);
    return page(call, latestFirst(redirects(call.workspace).filter((row) => row.help_center_id === id)), answered);
  },
  [`POST ${path}`]: (call) => answered(redirects(call.workspace).put(newRedirect(call))),
  [`GET ${path}/{id}`]: (call) => answered(redirectOf(call)),
  [`DELETE ${path}/{id}`]: (call) => {
    const { id } = redirectOf(call);
    redirects(call.workspace).remove(id);
    return { object: 'help_center_redirect', id, deleted: true };
  },
};

function answered(row: Redirect): unknown {
  return { type: 'help_center_redirect', ...row };
}

function centerOf({ workspace, params }: Call): HelpCenter {
  return existing(helpCenters(workspace).get(params.help_center_id), 'Help center');
}

function redirectOf(call: Call): Redirect {
  const { id: centerId } = centerOf(call);
  const row = redirects(call.workspace).get(call.params.id);
  return existing(row?.help_center_id === centerId ? row : undefined, 'Redirect');
}

function newRedirect(call: Call): Redirect {
  const { workspace, body, now } = call;
  const center = centerOf(call);
  const { from_url: from, locale, target_id: target } = body;
  const type = body.target_type === 'article' ? 'article' : 'collection';
  const site = siteOf(center);
  if (typeof from !== 'string' || !from.startsWith(`${site}/`))
    throw new Fault(422, `from_url is no absolute address under ${site}`, { field: 'from_url' });
  if (typeof locale !== 'string' || !center.locales.includes(locale))
    throw new Fault(422, 'locale is no language of this help center', { field: 'locale' });
  if (!isTarget(call, center, type, locale))
    throw new Fault(422, `target_id: no ${type} of this help center has this id and language`, { field: 'target_id' });
  if (redirects(workspace).find((row) => row.from_url === from))
    throw new Fault(409, 'There is a redirect from this address already', { field: 'from_url' });
  return {
    id: workspace.nextId('help_center_redirects', 8801),
    help_center_id: center.id,
    from_url: from,
    locale,
    target_type: type,
    target_id: String(target),
    created_at: now,
    updated_at: now,
  };
}

function isTarget({ workspace, body }: Call, center: HelpCenter, type: Redirect['target_type'], locale: string) {
  const id = Number(center.id);
  if (type === 'collection') return collections(workspace).get(body.target_id)?.help_center_id === id;
  const article = articles(workspace).get(body.target_id);
  return (
    article !== undefined && helpCenterIds(workspace, article).includes(id) && textIn(article, locale) !== undefined
  );
}
