/** What stands beside the items of a list and is about its pages: neither items nor worth showing. */
export const BESIDE_ITEMS: ReadonlySet<string> = new Set([
  'type',
  'pages',
  'page',
  'per_page',
  'total_pages',
  'has_more',
  'next_cursor',
  'scroll_param',
  'result',
]);
