import { tableOf } from '../store/workspace.ts';
import type { Tagging } from './people.ts';

/** What was written for a published text and not published yet. */
interface ArticleDraft {
  title: string;
  description: string;
  /** HTML. */
  body: string;
  updated_at: number;
}

/** An article in one language. */
export interface ArticleText {
  /** Under which content search and bulk actions name this language of the article. */
  readonly content_id: string;
  title: string;
  description: string;
  /** HTML. */
  body: string;
  /** Admin id. */
  author_id: number;
  state: 'published' | 'draft';
  created_at: number;
  updated_at: number;
  draft: ArticleDraft | null;
}

/** The text of an article as it was saved at one time. */
export interface ArticleVersion {
  readonly id: string;
  readonly locale: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
  readonly author_id: number;
  /** Admin id. */
  readonly created_by_id: number;
  readonly created_via: string;
  readonly from_version_id: string | null;
  readonly state: 'published' | 'draft';
  readonly created_at: number;
}

/** A Help Center article; its own text is that of the default language. Ids are decimal digits; times are unix seconds. */
export interface Article extends ArticleText {
  readonly id: string;
  default_locale: string;
  /** Admin id. */
  readonly created_by_id: number;
  updated_by_id: number;
  /** Collection ids. */
  parent_ids: number[];
  /** Texts of other languages, by locale. */
  translations: Record<string, ArticleText>;
  /** Oldest first, the present texts last. */
  versions: ArticleVersion[];
  statistics: {
    readonly views: number;
    readonly conversations: number;
    readonly reactions: number;
    readonly happy: number;
    readonly neutral: number;
    readonly sad: number;
    readonly fin_involvements: number;
    readonly fin_resolutions: number;
  };
  tags: Tagging[];
  /** For Fin, Copilot and the sales agent. */
  ai_chatbot_availability: boolean;
  ai_copilot_availability: boolean;
  ai_sales_agent_availability: boolean;
  audience_ids: number[];
  scheduled_publish_at: number | null;
  scheduled_unpublish_at: number | null;
}

/** A group of articles in a help center, in another group or at the top. */
export interface Collection {
  readonly id: string;
  name: string;
  description: string | null;
  icon: string | null;
  order: number;
  parent_id: string | null;
  help_center_id: number;
  default_locale: string;
  translations: Record<string, { name: string; description: string }>;
  readonly created_at: number;
  updated_at: number;
}

/** A public site of articles. */
export interface HelpCenter {
  readonly id: string;
  identifier: string;
  display_name: string;
  website_turned_on: boolean;
  custom_domain: string | null;
  default: boolean;
  locales: string[];
  readonly created_at: number;
  updated_at: number;
}

/** An old address in a help center that leads to an article or a collection. */
export interface Redirect {
  readonly id: string;
  readonly help_center_id: string;
  readonly from_url: string;
  readonly locale: string;
  readonly target_type: 'article' | 'collection';
  readonly target_id: string;
  readonly created_at: number;
  updated_at: number;
}

/** An article for teammates only. */
export interface InternalArticle {
  readonly id: string;
  title: string;
  /** HTML. */
  body: string;
  /** Admin id. */
  author_id: number;
  owner_id: number;
  locale: string;
  folder_id: string | null;
  ai_chatbot_availability: boolean;
  ai_copilot_availability: boolean;
  ai_sales_agent_availability: boolean;
  audience_ids: number[];
  tags: Tagging[];
  readonly created_at: number;
  updated_at: number;
}

/** A short piece of text that Fin and teammates answer with. */
export interface ContentSnippet {
  readonly id: string;
  title: string;
  body_markdown: string;
  locale: string;
  ai_chatbot_availability: boolean;
  ai_copilot_availability: boolean;
  ai_sales_agent_availability: boolean;
  audience_ids: number[];
  tags: Tagging[];
  readonly created_at: number;
  updated_at: number;
}

/** A saved reply of teammates; HTML. */
export interface Macro {
  readonly id: string;
  name: string;
  body: string;
  visible_to: 'everyone' | 'specific_teams';
  visible_to_team_ids: string[];
  available_on: ('inbox' | 'messenger')[];
  /** Unix seconds, which the API answers as ISO text. */
  readonly created_at: number;
  updated_at: number;
}

export const articles = tableOf<Article>('articles');
export const collections = tableOf<Collection>('collections');
export const helpCenters = tableOf<HelpCenter>('help_centers');
export const redirects = tableOf<Redirect>('help_center_redirects');
export const internalArticles = tableOf<InternalArticle>('internal_articles');
export const contentSnippets = tableOf<ContentSnippet>('content_snippets');
export const macros = tableOf<Macro>('macros');
