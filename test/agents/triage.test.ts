import { describe, expect, test } from 'vitest';
import { intercom } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { cast, createSandbox } from '../../sandbox/index.ts';
import { loadLoop, sdksInstalled } from './support/loop.ts';
import { loops } from './support/loops.ts';
import type { Result } from './support/script.ts';
import { serveModel } from './support/serve-model.ts';
import { triageScript } from './support/triage-script.ts';

describe.skipIf(!sdksInstalled).each(loops)('workflow 1 through $name', ({ name, marksErrors }) => {
  test.each([false, true])('answers the customers and changes nothing else (streaming: %s)', async (isStreaming) => {
    const sandbox = createSandbox();
    const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch: sandbox.fetch });
    const refusals: (Result | undefined)[] = [];
    await using model = await serveModel(triageScript((refused) => refusals.push(refused)));
    const loop = await loadLoop(name);
    const text = await loop(
      { ...intercom, client, filter: { tags: ['conversations', 'articles'] } },
      { url: model.url, prompt: 'Triage.', signal: AbortSignal.timeout(60_000), isStreaming },
    );
    expect(text).toBe(`Looking for them.Answered ${cast.conversations.resets.length} conversations.`);
    expect(refusals).toEqual([{ text: expect.stringContaining('source.body'), isError: marksErrors, kinds: ['text'] }]);
    const changes = sandbox.changes();
    const parts = changes.filter(({ at }) => /^parts\.\d+$/.test(at));
    expect(parts.map(({ id }) => id).toSorted()).toEqual(cast.conversations.resets);
    for (const { after } of parts) expect(JSON.stringify(after)).toMatch(/<(b|strong)>Forgot password/);
    expect([...new Set(changes.map(({ table, id }) => `${table} ${id}`))].toSorted()).toEqual([
      ...cast.contacts.resets.map((id) => `contacts ${id}`),
      ...cast.conversations.resets.map((id) => `conversations ${id}`),
    ]);
  });
});
