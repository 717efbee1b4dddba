import { tableOf } from '../store/workspace.ts';

/** An announcement to customers. */
export interface NewsItem {
  readonly id: string;
  title: string;
  /** HTML. */
  body: string;
  /** Admin id. */
  sender_id: number;
  state: 'draft' | 'live';
  labels: string[];
  /** Emoji, or null for none. */
  reactions: (string | null)[];
  deliver_silently: boolean;
  cover_image_url: string | null;
  newsfeed_assignments: { readonly newsfeed_id: number; readonly published_at: number | null }[];
  readonly created_at: number;
  updated_at: number;
}

/** A place where news items are shown. */
export interface Newsfeed {
  readonly id: string;
  name: string;
  readonly created_at: number;
  updated_at: number;
}

export const newsItems = tableOf<NewsItem>('news_items');
export const newsfeeds = tableOf<Newsfeed>('newsfeeds');
