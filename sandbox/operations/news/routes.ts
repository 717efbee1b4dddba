import { isRecord } from '../../contract/contract.ts';
import { adminNamed } from '../../domain/knowledge/refer.ts';
import { assign } from '../../generic/assign.ts';
import { crud } from '../../generic/crud.ts';
import { latestFirst } from '../../generic/order.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, invalid } from '../../http/fault.ts';
import { app } from '../../model/app.ts';
import { type Newsfeed, type NewsItem, newsfeeds, newsItems } from '../../model/news.ts';
import { page } from '../../paging/page.ts';

/** Operations on news items and newsfeeds. */
export const newsRoutes: Routes = {
  ...crud<NewsItem>({
    collection: '/news/news_items',
    item: '/news/news_items/{news_item_id}',
    param: 'news_item_id',
    what: 'News item',
    table: newsItems,
    rows: ({ workspace }) => latestFirst(newsItems(workspace).all()),
    render: answered,
    create: newItem,
    update: write,
  }),
  ...crud<Newsfeed>({
    collection: '/news/newsfeeds',
    item: '/news/newsfeeds/{newsfeed_id}',
    param: 'newsfeed_id',
    what: 'Newsfeed',
    table: newsfeeds,
    render: (row) => ({ type: 'newsfeed', ...row }),
  }),
  'DELETE /news/news_items/{news_item_id}': ({ workspace, params }) => {
    const { id } = existing(newsItems(workspace).get(params.news_item_id), 'News item');
    newsItems(workspace).remove(id);
    return { object: 'news-item', id, deleted: true };
  },
  'GET /news/newsfeeds/{newsfeed_id}/items': (call) => {
    const { id } = existing(newsfeeds(call.workspace).get(call.params.newsfeed_id), 'Newsfeed');
    const shown = newsItems(call.workspace).filter(
      (item) => item.state === 'live' && item.newsfeed_assignments.some((feed) => feed.newsfeed_id === Number(id)),
    );
    return page(call, latestFirst(shown), answered);
  },
};

function answered(row: NewsItem): unknown {
  return { type: 'news-item', ...row, workspace_id: app.id };
}

function newItem(call: Call): NewsItem {
  const item: NewsItem = {
    id: call.workspace.nextId('news_items', 2701),
    title: '',
    body: '',
    sender_id: 0,
    state: 'draft',
    labels: [],
    reactions: [],
    deliver_silently: false,
    cover_image_url: null,
    newsfeed_assignments: [],
    created_at: call.now,
    updated_at: call.now,
  };
  write(item, call);
  return item;
}

function write(item: NewsItem, call: Call): void {
  const { body, now } = call;
  const sender = adminNamed(call, body.sender_id, 'sender_id');
  const isLive = (body.state ?? item.state) === 'live';
  const feeds = (Array.isArray(body.newsfeed_assignments) ? body.newsfeed_assignments : item.newsfeed_assignments)
    .filter(isRecord)
    .map((assignment) => assigned(call, assignment, isLive));
  assign(item, body, ['title', 'body', 'state', 'labels', 'reactions', 'deliver_silently']);
  Object.assign(item, { sender_id: sender, newsfeed_assignments: feeds, updated_at: now });
}

/** A draft is published nowhere yet; what goes live is so from now on, unless a time of the past is given. */
function assigned(
  { workspace, now }: Call,
  { newsfeed_id: id, published_at: at }: Record<string, unknown>,
  isLive: boolean,
) {
  const feed = existing(newsfeeds(workspace).get(id), 'Newsfeed');
  if (isLive && typeof at === 'number' && at > now) throw invalid('published_at is in the future', 'published_at');
  const published = typeof at === 'number' ? at : now;
  return { newsfeed_id: Number(feed.id), published_at: isLive ? published : null };
}
