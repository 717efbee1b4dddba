import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { intercom } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import type { AgentOptions } from '../../runtime/agents/index.ts';
import { own } from '../../runtime/value/value.ts';
import { loadLoop, sdksInstalled } from './support/loop.ts';
import { loops } from './support/loops.ts';
import type { Result, Script, ScriptedCall } from './support/script.ts';
import { serveModel } from './support/serve-model.ts';

const origins = new Set<string>();
function keepOrigin(message: unknown): void {
  origins.add(String(own(own(message, 'request'), 'origin')));
}
beforeAll(() => subscribe('undici:request:create', keepOrigin));
afterAll(() => unsubscribe('undici:request:create', keepOrigin));

/** A model that makes one call, and what it was told of it. */
function* oneCall(call: ScriptedCall, told: Result[]): Script {
  told.push(...(yield { calls: [call] }));
  yield { text: 'Done.' };
}

interface Setup {
  readonly name: string;
  readonly call: ScriptedCall;
  readonly fetch: typeof fetch;
  readonly signal?: AbortSignal;
  readonly isStreaming?: boolean;
  readonly options?: Partial<AgentOptions>;
}

async function callOnce({ name, call, fetch, signal, isStreaming = false, options }: Setup) {
  const told: Result[] = [];
  await using model = await serveModel(oneCall(call, told));
  const client = createClient({ token: 'none', baseUrl: 'http://localhost', fetch });
  const loop = await loadLoop(name);
  const text = await loop(
    { ...intercom, client, filter: { tags: ['conversations', 'reporting'] }, ...options },
    { url: model.url, prompt: 'Go.', signal: signal ?? AbortSignal.timeout(60_000), isStreaming },
  );
  return { text, told, requests: model.requests };
}

const reply: ScriptedCall = {
  name: 'intercom_conversations_reply',
  args: { conversation_id: '7', message_type: 'comment', type: 'admin', admin_id: '1', body: 'Hello' },
};
const download: ScriptedCall = {
  name: 'get_single_intercom_download_reporting_data_by_id',
  args: { job_identifier: 'job1', app_id: 'app1' },
};
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

describe.skipIf(!sdksInstalled).each(loops)('a call through $name', ({ name, picture }) => {
  test.each([
    { agrees: true, sent: ['POST /conversations/7/reply'], says: /"id":"7"/ },
    { agrees: false, sent: [], says: /the user said no/ },
  ])('is made where a person agrees ($agrees), and not before', async ({ agrees, sent, says }) => {
    const requests: string[] = [];
    const questions: string[] = [];
    const { told } = await callOnce({
      name,
      call: reply,
      fetch: async (input, init) => {
        requests.push(`${init?.method} ${new URL(String(input)).pathname}`);
        return Response.json({ type: 'conversation', id: '7', state: 'open' });
      },
      options: {
        agree: (question) => {
          questions.push(question);
          expect(requests.filter((request) => request.startsWith('POST'))).toEqual([]);
          return agrees;
        },
      },
    });
    expect(questions).toEqual([expect.stringContaining('Hello')]);
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual(sent);
    expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(says)]);
  });

  test('brings a picture as a picture, and a table as text', async () => {
    const shown = await callOnce({
      name,
      call: download,
      fetch: async () => new Response(PNG, { headers: { 'content-type': 'image/png' } }),
    });
    expect(shown.told.map(({ kinds }) => kinds)).toEqual([picture]);
    expect(JSON.stringify(shown.requests.at(-1)?.body).includes(Buffer.from(PNG).toString('base64'))).toBe(
      picture.length === 2,
    );
    const table = await callOnce({
      name,
      call: download,
      fetch: async () => new Response('id,state\n1,open\n', { headers: { 'content-type': 'text/csv' } }),
    });
    expect(table.told.map(({ text }) => text)).toEqual([expect.stringContaining('id,state\n1,open')]);
  });

  test.each([false, true])('that is given up ends the loop and the request (streaming: %s)', async (isStreaming) => {
    const controller = new AbortController();
    const aborted: boolean[] = [];
    const looping = callOnce({
      name,
      call: download,
      signal: controller.signal,
      isStreaming,
      fetch: (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => {
            aborted.push(true);
            reject(init.signal?.reason);
          });
          controller.abort(new Error('enough'));
        }),
    });
    await expect(looping).rejects.toThrow();
    expect(aborted).toEqual([true]);
  });
});

test.skipIf(!sdksInstalled)('nothing but this machine was asked for anything', () => {
  expect(origins.size).toBeGreaterThan(0);
  expect([...origins].filter((origin) => new URL(origin).hostname !== '127.0.0.1')).toEqual([]);
});
