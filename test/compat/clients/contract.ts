import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aiSdk } from './ai-sdk.ts';
import { heroTools, smallIntercom } from './intercom.ts';
import { langchain } from './langchain.ts';
import type { Target } from './library.ts';
import { onlyLoopback } from './loopback.ts';
import { officialV1, officialV2 } from './official.ts';
import { openaiAgents } from './openai-agents.ts';

const libraries = [officialV1, officialV2('modern'), officialV2('legacy'), aiSdk, openaiAgents, langchain];

function isThere(needs: string | undefined): boolean {
  return needs === undefined || existsSync(new URL(`../node_modules/${needs}/package.json`, import.meta.url));
}

/** A server of our tools in front of an address that stands in for Intercom. */
export interface Serving extends AsyncDisposable {
  readonly target: Target;
}

/** What every client library must be able to do with our tools, over one transport. */
export function everyClient(transport: string, serve: (baseUrl: string) => Promise<Serving>): void {
  const missing = libraries.flatMap(({ needs }) => (needs === undefined || isThere(needs) ? [] : [needs]));
  if (missing.length > 0)
    console.warn(`SKIPPED: ${missing.join(', ')} over ${transport}. Run \`npm ci --prefix test/compat\`.`);

  describe.each(libraries)(`$name over ${transport}`, ({ needs, era, connect }) => {
    test.skipIf(!isThere(needs))('lists the tools, reads, searches, and sees an error as one', async () => {
      using guard = onlyLoopback();
      await using intercom = await smallIntercom();
      await using serving = await serve(intercom.url);
      await using connection = await connect(serving.target);
      const { call } = connection;
      expect(connection.era).toBe(era);

      const names = await connection.list();
      expect(names).toEqual(expect.arrayContaining([...heroTools]));
      expect(names).toHaveLength(231);

      const phrase = 'Straße & „SSO“ 🚀';
      const read = await call('list_all_intercom_articles_search', { phrase });
      expect(read).toEqual({ isError: false, text: expect.anything() });
      expect(JSON.parse(read.text)).toMatchObject({
        result: [{ id: '6871119', title: 'SSO configuration', state: 'published' }],
        next_cursor: null,
      });
      const [asked] = intercom.requests.splice(0);
      const version = asked?.headers['intercom-version'];
      expect([asked?.method, version, asked?.pathname]).toEqual(['GET', '2.16', '/articles/search']);
      expect(asked?.query.get('phrase')).toBe(phrase);

      const query = { field: 'state', operator: '=', value: 'open' };
      const search = await call('list_all_intercom_search_conversations', { query });
      const sent = intercom.requests.splice(0);
      expect(JSON.parse(search.text)).toMatchObject({
        result: [{ id: '104857392', state: 'open', title: 'Straße & „Refund“ 🚀' }],
      });
      expect(sent).toMatchObject([{ method: 'POST', pathname: '/conversations/search', search: '' }]);
      expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ query });

      const absent = await call('get_single_intercom_conversation_by_id', { conversation_id: '7' });
      expect(absent).toEqual({
        isError: true,
        text: expect.stringContaining('Correct conversation_id: no such conversation exists'),
      });
      expect(absent.text).toContain('HTTP 404: not_found');
      expect(intercom.requests.splice(0)).toHaveLength(1);

      const reply = { conversation_id: '104857392', message_type: 'comment', type: 'admin', body: 'Done.' };
      const refused = await call('intercom_conversations_reply', reply);
      expect(refused).toEqual({ isError: true, text: expect.stringContaining('admin_id') });
      expect(intercom.requests).toEqual([]);
      expect(guard.strayed).toEqual([]);
    });
  });
}
