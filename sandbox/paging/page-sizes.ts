/** Items of a page where the contract tells no default: as the answers in Intercom's description show. */
export const DEFAULT_SIZES: Readonly<Record<string, number>> = {
  'GET /macros': 50,
  'GET /admins/activity_logs': 20,
  'POST /admins/activity_logs/search': 20,
  'GET /ai/content_import_sources': 50,
  'GET /ai/external_pages': 50,
  'GET /articles': 25,
  'GET /articles/{article_id}/versions': 25,
  'GET /articles/search': 10,
  'GET /help_center/collections': 20,
  'GET /internal_articles': 25,
  'GET /internal_articles/search': 10,
  'GET /companies/{company_id}/contacts': 50,
  'GET /companies/{company_id}/notes': 50,
  'GET /contacts/{contact_id}/companies': 50,
  'GET /contacts/{contact_id}/notes': 50,
  'GET /conversations/{id}/side_conversations': 25,
  'GET /custom_object_instances/{custom_object_type_identifier}': 20,
  'GET /news/news_items': 10,
  'GET /news/newsfeeds/{newsfeed_id}/items': 20,
  'GET /news/newsfeeds': 10,
};

/** Lists whose next page is named by an address in `pages.next`, seen live or in the description's answers. */
export const NEXT_IS_ADDRESS: ReadonlySet<string> = new Set([
  'GET /ai/content_import_sources',
  'GET /ai/external_pages',
  'GET /articles/search',
  'GET /contacts/{contact_id}/companies',
  'GET /content/search',
  'GET /conversations/deleted',
  'GET /custom_object_instances/{custom_object_type_identifier}',
  'GET /internal_articles/search',
]);
