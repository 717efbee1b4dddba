import { newsfeeds, newsItems } from '../../model/news.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';

const DAY = 86_400;

/** Newsfeeds: 71 for everyone, 72 for those who try new things first. */
const feeds = { '71': 'Product news', '72': 'Early access' };

const items: readonly { title: string; body: string; label: string; feeds: number[]; isDraft?: boolean }[] = [
  {
    title: 'Two-way sync with Outlook',
    body: '<p>Bookings now travel both ways between Fernhill and Outlook.</p>',
    label: 'New',
    feeds: [71],
  },
  {
    title: 'Deposits are here',
    body: '<p>Take part of the price when customers book. Turn it on for each service.</p>',
    label: 'New',
    feeds: [71, 72],
  },
  {
    title: 'Faster exports',
    body: '<p>Exports of invoices are three times as fast as before.</p>',
    label: 'Improved',
    feeds: [71],
  },
  {
    title: 'Planned maintenance on Sunday',
    body: '<p>Fernhill is not available from 4:00 to 4:30 UTC.</p>',
    label: 'Notice',
    feeds: [71],
  },
  {
    title: 'Try shift planning',
    body: '<p>Plan the week of your team. Tell us what is missing.</p>',
    label: 'Beta',
    feeds: [72],
  },
  {
    title: 'Approval of invoices',
    body: '<p>Nothing goes out before somebody has looked at it.</p>',
    label: 'New',
    feeds: [71],
    isDraft: true,
  },
];

/** Two newsfeeds and the announcements in them, one not published yet. */
export function seedNews(workspace: Workspace): void {
  const { start } = workspace;
  for (const [id, name] of Object.entries(feeds))
    newsfeeds(workspace).put({ id, name, created_at: start - 500 * DAY, updated_at: start - 500 * DAY });
  items.forEach((item, index) => {
    const created = start - (80 - index * 13) * DAY;
    newsItems(workspace).put({
      id: workspace.nextId('news_items', 2701),
      title: item.title,
      body: item.body,
      sender_id: Number(index % 2 === 0 ? cast.admins.maya : cast.admins.priya),
      state: item.isDraft === true ? 'draft' : 'live',
      labels: [item.label],
      reactions: ['\u{1F44D}', '\u{1F389}'],
      deliver_silently: index % 3 === 2,
      cover_image_url: null,
      newsfeed_assignments: item.feeds.map((id) => ({
        newsfeed_id: id,
        published_at: item.isDraft === true ? null : created + DAY,
      })),
      created_at: created,
      updated_at: created + DAY,
    });
  });
}
