import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { getConversation } from '../../../generated/intercom/tools/conversations.ts';
import { createClient } from '../../../intercom/client.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { START } from '../../sandbox/support/sandbox.ts';

interface Row {
  readonly id: string;
  readonly parts: readonly { readonly id: string; readonly body: string | null }[];
}

/** A client of the sample workspace, its longest thread, and how often it was asked for. */
function openThread() {
  const sandbox = createSandbox({ strict: true, now: () => START });
  // Rows are JSON of the sandbox's own making.
  const rows = Object.values(sandbox.snapshot().conversations ?? {}) as Row[];
  const thread = rows.toSorted((a, b) => b.parts.length - a.parts.length)[0];
  if (thread === undefined) throw new Error('no conversations');
  let requests = 0;
  const client = createClient({
    token: 'sandbox',
    baseUrl: 'http://localhost',
    now: () => START,
    fetch: async (input, init) => {
      // Names of who is assigned are looked up as well.
      if (String(input).includes('/conversations/')) requests += 1;
      return await sandbox.fetch(input, init);
    },
  });
  const read = async (given: Record<string, unknown>) => {
    const { output } = await client.exchange(
      getConversation,
      { conversation_id: thread.id, ...given },
      { shape: 'model' },
    );
    return Object(output);
  };
  return { thread, read, requests: () => requests };
}

const ids = (window: { conversation_parts: { id: string }[] }) => window.conversation_parts.map(({ id }) => id);

test('one early fact in a thread of hundreds of parts takes a call and less than 3,000 tokens', async () => {
  const { thread, read } = openThread();
  const reachable = thread.parts.slice(-500);
  const early = reachable.find(({ body }) => body?.includes('client import'));
  for (const given of [{ parts_order: 'oldest' }, { parts_contains: 'client import', parts_order: 'oldest' }]) {
    const window = await read(given);
    expect(ids(window)).toContain(early?.id);
    expect(countTokens(JSON.stringify(window))).toBeLessThan(3_000);
    expect(window.unreachable_parts).toBe(`${thread.parts.length - 500} older parts cannot be reached through the API`);
  }
});

test('all windows of a thread take one request, from either end', async () => {
  const { thread, read, requests } = openThread();
  for (const parts_order of ['newest', 'oldest']) {
    const before = requests();
    const seen: string[] = [];
    for (let cursor: unknown; seen.length === 0 || cursor !== undefined; ) {
      const window = await read({ parts_order, ...(cursor !== undefined && { parts_cursor: cursor }) });
      seen.push(...ids(window));
      cursor = window.parts_cursor;
    }
    expect(new Set(seen)).toEqual(new Set(thread.parts.slice(-500).map(({ id }) => id)));
    expect(seen).toHaveLength(500);
    expect(requests() - before).toBe(1);
  }
});
