import { fileURLToPath } from 'node:url';
import { byRoute, type Recorder, record } from '../../support/recorder.ts';
import type { ProgramTarget } from './library.ts';

/** The names that the six most wanted tools have for good. */
export const heroTools = [
  'list_all_intercom_search_conversations',
  'get_single_intercom_conversation_by_id',
  'intercom_conversations_reply',
  'list_all_intercom_articles_search',
  'list_all_intercom_search_contacts',
  'update_a_intercom_ticket_by_id',
] as const;

/** An Intercom on this machine with one conversation and one article. */
export function smallIntercom(): Promise<Recorder> {
  const answers = {
    'POST /conversations/search': {
      type: 'conversation.list',
      conversations: [{ type: 'conversation', id: '104857392', state: 'open', title: 'Straße & „Refund“ 🚀' }],
      pages: { type: 'pages', next: null, page: 1, per_page: 20, total_pages: 1 },
      total_count: 1,
    },
    'GET /articles/search': {
      type: 'list',
      data: {
        articles: [{ type: 'article', id: '6871119', title: 'SSO configuration', state: 'published' }],
        highlights: [],
      },
      pages: { type: 'pages', next: null, page: 1, per_page: 10, total_pages: 1 },
      total_count: 1,
    },
  };
  return record(byRoute(answers));
}

/** `intercom-mcp serve` with some options, told to take an address on this machine for Intercom. */
export function serveCommand(baseUrl: string, ...options: string[]): ProgramTarget {
  return {
    command: process.execPath,
    args: [fileURLToPath(new URL('../../../cli/main.ts', import.meta.url)), 'serve', '--workspace', 'Acme', ...options],
    env: { PATH: process.env.PATH ?? '', INTERCOM_ACCESS_TOKEN: 'none', INTERCOM_BASE_URL: baseUrl },
  };
}
