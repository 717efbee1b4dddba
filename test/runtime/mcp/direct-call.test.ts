import { createMcpHandler } from '@modelcontextprotocol/server';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Client } from '../../../runtime/client.ts';
import { answerDirectly } from '../../../runtime/mcp/direct-answer.ts';
import { readDirectCall } from '../../../runtime/mcp/direct-call.ts';
import { directResult } from '../../../runtime/mcp/direct-message.ts';
import { mcpServers } from '../../../runtime/mcp/index.ts';
import { settleAnswer } from '../../../runtime/mcp/settle-answer.ts';
import { getThing } from '../../support/sample-tools.ts';
import { serving } from './support/session.ts';

const both = { json: true, stream: true };

/** Answers with the arguments, fails for a thing of the name `fail`, and waits for the end of the call for one of the name `wait`. */
const exchange = (async (_tool, args, { signal } = {}) => {
  const { thing_id: id } = args as { thing_id?: unknown };
  if (id === 'fail') throw new Error('a bug');
  if (id === 'wait') await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  return { output: { args }, status: 200 };
}) as Client['exchange'];

const servers = mcpServers({ ...serving([getThing]), client: { exchange } });
const sdk = createMcpHandler(() => servers(), { legacy: 'stateless' });

const MODERN = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
};
const modernHeaders = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': getThing.name };

function message(params: object, more: object = {}): object {
  return { jsonrpc: '2.0', id: 1, method: 'tools/call', params, ...more };
}

async function bySdk(body: unknown, headers: Record<string, string>) {
  const accept = 'application/json, text/event-stream';
  const request = new Request('http://localhost/mcp', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, ...headers },
  });
  const response = await settleAnswer(await sdk.fetch(request, { parsedBody: body }), both);
  return { status: response.status, answer: await response.json() };
}

async function directly(body: unknown, headers: Record<string, string>) {
  const call = readDirectCall(body, new Headers(headers));
  const server = call && servers.direct({}, call);
  if (call === undefined || server === undefined) return undefined;
  const response = await answerDirectly(server, call, { accepted: both, signal: new AbortController().signal });
  return { status: response.status, answer: await response.json() };
}

const args = { thing_id: '7' };
const name = getThing.name;
const capable = {
  ...MODERN,
  'io.modelcontextprotocol/clientCapabilities': { elicitation: {}, sampling: { tools: {} } },
};

describe('a call in the usual form is answered as the SDK answers it', () => {
  test.each<[string, object, Record<string, string>]>([
    ['of a revision that is not named', message({ name, arguments: args }), {}],
    ['of 2025-11-25', message({ name, arguments: args }), { 'mcp-protocol-version': '2025-11-25' }],
    ['with a text as its id', message({ name, arguments: args }, { id: 'seven' }), {}],
    ['that wants to be told of its progress', message({ name, arguments: args, _meta: { progressToken: 3 } }), {}],
    ['with a member that is the client’s own', message({ name, arguments: args, _meta: { 'own/id': [1] } }), {}],
    ['without arguments', message({ name }), {}],
    ['with arguments that are wrong', message({ name, arguments: { thing_id: {} } }), {}],
    ['of a tool that fails', message({ name, arguments: { thing_id: 'fail' } }), {}],
    ['of a tool that is not there', message({ name: 'nothing', arguments: args }), {}],
    ['of 2026-07-28', message({ name, arguments: args, _meta: MODERN }), modernHeaders],
    ['of 2026-07-28 by a client that shows forms', message({ name, arguments: args, _meta: capable }), modernHeaders],
    ['of 2026-07-28 with its progress', message({ name, _meta: { ...MODERN, progressToken: 'a' } }), modernHeaders],
    [
      'of 2026-07-28 of a tool that fails',
      message({ name, arguments: { thing_id: 'fail' }, _meta: MODERN }),
      modernHeaders,
    ],
    [
      'of 2026-07-28 of a tool that is not there',
      message({ name: 'nothing', _meta: MODERN }),
      { ...modernHeaders, 'mcp-name': 'nothing' },
    ],
  ])('%s', async (_name, body, headers) => {
    const answered = await directly(body, headers);
    expect(answered).toBeDefined();
    expect(answered).toEqual(await bySdk(body, headers));
  });
});

describe('what is not quite such a call is left to the SDK', () => {
  const legacy = message({ name, arguments: args });
  const modern = message({ name, arguments: args, _meta: MODERN });
  test.each<[string, unknown, Record<string, string>]>([
    ['no object', [legacy], {}],
    ['another method', { ...legacy, method: 'tools/list' }, {}],
    ['no version of JSON-RPC', { ...legacy, jsonrpc: '1.0' }, {}],
    ['no id', { ...legacy, id: null }, {}],
    ['an id that is a fraction', { ...legacy, id: 1.5 }, {}],
    ['a member more', { ...legacy, result: {} }, {}],
    ['a name that is none', message({ name: 7 }), {}],
    [
      'an argument that would be a prototype',
      JSON.parse(
        `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"${name}","arguments":{"__proto__":{}}}}`,
      ),
      {},
    ],
    ['arguments as a list', message({ name, arguments: [1] }), {}],
    ['a task', message({ name, task: { ttl: 1 } }), {}],
    ['the answer to a question', message({ name, _meta: MODERN, inputResponses: {} }), modernHeaders],
    ['a progress token that is none', message({ name, _meta: { progressToken: {} } }), {}],
    ['a version that nobody has', legacy, { 'mcp-protocol-version': '1999-01-01' }],
    ['a new version without its envelope', legacy, { 'mcp-protocol-version': '2026-07-28' }],
    ['an envelope without its header', modern, {}],
    ['an envelope of another version', modern, { ...modernHeaders, 'mcp-protocol-version': '2025-11-25' }],
    ['a header that names another method', modern, { ...modernHeaders, 'mcp-method': 'tools/list' }],
    ['a header that names another tool', modern, { ...modernHeaders, 'mcp-name': 'other' }],
    ['a part of an envelope', message({ name, _meta: { 'io.modelcontextprotocol/clientInfo': {} } }), {}],
    [
      'an envelope that is wrong',
      message({ name, _meta: { ...MODERN, 'io.modelcontextprotocol/clientCapabilities': [] } }),
      modernHeaders,
    ],
  ])('%s', (_name, body, headers) => {
    expect(readDirectCall(body, new Headers(headers))).toBeUndefined();
  });

  test('a call that may lead to a question', () => {
    const asking = mcpServers({ ...serving([getThing]), confirm: 'write', client: { exchange } });
    expect(asking.direct({}, { capabilities: { elicitation: {} } })).toBeUndefined();
    expect(asking.direct({}, { capabilities: {} })).toBeDefined();
    expect(servers.direct({}, { capabilities: { elicitation: {} } })).toBeDefined();
  });
});

test('of messages of any form, each that is taken is answered as by the SDK', async () => {
  const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(undefined, '2.0', 'tools/call', name, args));
  const part = fc.record({
    place: fc.constantFrom('jsonrpc', 'id', 'method', 'params', 'name', 'arguments', '_meta'),
    odd,
  });
  const meta = fc.record({ key: fc.constantFrom(...Object.keys(MODERN), 'progressToken', 'own/key'), odd });
  const header = fc.record({
    key: fc.constantFrom(...Object.keys(modernHeaders)),
    value: fc.constantFrom('', '2025-06-18', name),
  });
  const changes = {
    isModern: fc.boolean(),
    parts: fc.array(part, { maxLength: 1 }),
    metas: fc.array(meta, { maxLength: 1 }),
  };
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.record({ ...changes, headers: fc.array(header, { maxLength: 1 }) }), async (made) => {
      const _meta = Object.fromEntries([
        ...(made.isModern ? Object.entries(MODERN) : []),
        ...made.metas.map(({ key, odd }) => [key, odd] as const),
      ]);
      const own = Object.fromEntries(made.parts.map(({ place, odd }) => [place, odd]));
      const { name: called = name, arguments: given = args, _meta: about = _meta, ...outer } = own;
      const body = { ...message({ name: called, arguments: given, _meta: about }), ...outer };
      const headers = {
        ...(made.isModern && modernHeaders),
        ...Object.fromEntries(made.headers.map(({ key, value }) => [key, value])),
      };
      // As they come out of JSON.
      const received: unknown = JSON.parse(JSON.stringify(body));
      const answered = await directly(received, headers);
      if (answered === undefined) return;
      taken += 1;
      expect(answered).toEqual(await bySdk(received, headers));
    }),
    { numRuns: 400 },
  );
  expect(taken).toBeGreaterThan(40);
});

test('a result that is more than texts is checked by the SDK, and what is none is an error', () => {
  const call = { id: 1, isModern: false };
  const info = { name: 'test', version: '1' };
  const image = { type: 'image' as const, data: 'AAAA', mimeType: 'image/png' };
  expect(JSON.parse(directResult(call, { content: [image] }, () => info)).result).toEqual({ content: [image] });
  const wrong = JSON.parse('{"content":[{"type":"image"}]}');
  expect(JSON.parse(directResult(call, wrong, () => info)).error.message).toBe('Invalid tools/call result');
});

describe('a call that takes its time', () => {
  const call = readDirectCall(
    message({ name, arguments: { thing_id: 'wait' }, _meta: { progressToken: 5 } }),
    new Headers(),
  );
  const begin = (signal: AbortSignal, interval: number, patience: number) => {
    const server = servers.direct({ progressInterval: interval }, { capabilities: undefined });
    if (call === undefined || server === undefined) throw new Error('it is one of the usual form');
    return answerDirectly(server, call, { accepted: both, signal, patience });
  };

  test('is answered on a stream that begins with the first note of its progress', async () => {
    const ending = new AbortController();
    const response = await begin(ending.signal, 1, 60_000);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    expect(first).toMatch(
      /^event: message\ndata: \{"jsonrpc":"2.0","method":"notifications\/progress".*"progressToken":5/,
    );
    await reader?.cancel();
  });

  test('is answered on a stream once the patience of its client is over', async () => {
    const response = await begin(new AbortController().signal, 60_000, 1);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    await response.body?.cancel();
  });

  test('is given up with the reason of its signal', async () => {
    const ending = new AbortController();
    const answer = begin(ending.signal, 60_000, 60_000);
    const reason = new Error('gone');
    ending.abort(reason);
    await expect(answer).rejects.toBe(reason);
    await expect(begin(ending.signal, 60_000, 60_000)).rejects.toBe(reason);
  });
});
