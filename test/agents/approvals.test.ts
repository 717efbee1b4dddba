import { describe, expect, test } from 'vitest';
import { intercom } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { type ApprovalLoop, loadLoop, sdksInstalled } from './support/loop.ts';
import type { Result, Script } from './support/script.ts';
import { serveModel } from './support/serve-model.ts';

const args = { conversation_id: '7', message_type: 'comment', type: 'admin', admin_id: '1', body: 'Hello' };
const read = { name: 'get_single_intercom_conversation_by_id', args: { conversation_id: '7' } };
const reply = { name: 'intercom_conversations_reply', args };

function* readAndReply(told: Result[]): Script {
  yield { calls: [read] };
  told.push(...(yield { calls: [reply] }));
  yield { text: 'Done.' };
}

describe.skipIf(!sdksInstalled).each(['ai-sdk-approval', 'openai-agents-approval'])('%s', (name) => {
  test.each([true, false])('asks a person before a write alone, who says %s', async (agrees) => {
    const told: Result[] = [];
    const decided: unknown[] = [];
    const sent: string[] = [];
    await using model = await serveModel(readAndReply(told));
    const client = createClient({
      token: 'none',
      baseUrl: 'http://localhost',
      fetch: async (input, init) => {
        sent.push(`${init?.method} ${new URL(String(input)).pathname}`);
        return Response.json({ type: 'conversation', id: '7', state: 'open' });
      },
    });
    const loop = await loadLoop<ApprovalLoop>(name);
    const text = await loop(
      { ...intercom, client, filter: { tags: ['conversations'] }, confirm: 'write' },
      {
        url: model.url,
        prompt: 'Go.',
        signal: AbortSignal.timeout(60_000),
        decide: (tool, input) => {
          expect(sent).not.toContain('POST /conversations/7/reply');
          decided.push([tool, input]);
          return agrees;
        },
      },
    );
    expect(text).toBe('Done.');
    expect(decided).toEqual([[reply.name, expect.objectContaining(args)]]);
    expect(sent.includes('POST /conversations/7/reply')).toBe(agrees);
    expect(told).toHaveLength(1);
  });
});
