import { gzipSync } from 'node:zlib';
import type { InMemoryTransport as ModernTransport } from '@modelcontextprotocol/server';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { intercom } from '../../../intercom/catalog.ts';
import { serveStdio } from '../../../runtime/mcp/index.ts';
import { CallToolResultSchema, Client, InMemoryTransport } from '../../judges/legacy-sdk.ts';
import { nora, omar, rosa } from '../../support/people.ts';
import { type Recorded, type Reply, record } from '../../support/recorder.ts';

/** All of Intercom's tools behind the official client, and a stand-in for Intercom that answers as told. */
async function connect(answer: (request: Recorded) => Reply = () => ({ body: {} })) {
  const upstream = await record(answer);
  const [here, there] = InMemoryTransport.createLinkedPair();
  const transport = z.custom<ModernTransport>().parse(there);
  const server = serveStdio({ ...intercom, client: upstream.client }, { transport });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(here);
  return {
    requests: upstream.requests,
    list: async () => (await client.listTools()).tools,
    call: async (name: string, args: Record<string, unknown>) => {
      const result = CallToolResultSchema.parse(await client.callTool({ name, arguments: args }));
      const [first] = result.content;
      return { ...result, isError: result.isError ?? false, text: first?.type === 'text' ? first.text : '' };
    },
    [Symbol.asyncDispose]: async () => {
      await client.close();
      await server.close();
      await upstream[Symbol.asyncDispose]();
    },
  };
}

const contact = 'get_single_intercom_contact_by_id';

describe('what other servers get wrong', () => {
  test('a 429 is an error that says how long to wait, and is not swallowed or tried again', async () => {
    const headers = {
      date: 'Thu, 01 Jan 2026 00:00:00 GMT',
      'x-ratelimit-limit': '1666',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Date.UTC(2026, 0, 1) / 1000 + 8),
    };
    const errors = [{ code: 'rate_limit_exceeded', message: 'Exceeded rate limit of 1666 in 10_seconds' }];
    await using server = await connect(() => ({
      status: 429,
      headers,
      body: { type: 'error.list', request_id: 'r-9', errors },
    }));
    const { isError, text, _meta } = await server.call(contact, { contact_id: 'c1' });
    expect(isError).toBe(true);
    expect(text).toBe(
      'Wait 8 seconds, then call again: the rate limit is used up.\nHTTP 429: rate_limit_exceeded Exceeded rate limit of 1666 in 10_seconds (ratelimit-limit 1666, ratelimit-remaining 0, ratelimit-reset 8) (request id r-9)',
    );
    expect(_meta).toMatchObject({ 'ratelimit-limit': 1666, 'ratelimit-remaining': 0, 'ratelimit-reset': 8 });
    expect(server.requests).toHaveLength(1);
  });

  test.each(['..', '.', '', '%2e%2e/', 'a/../../admins?x=1', 'a#b', 'a\r\nHost: evil', '\u0000', '//evil.example'])(
    'the id %j never addresses anything else',
    async (id) => {
      await using server = await connect();
      const { isError, text } = await server.call(contact, { contact_id: id });
      const [request] = server.requests;
      expect(request === undefined).toBe(isError);
      if (isError) expect(text).toMatch(/contact_id/);
      else
        expect([request?.pathname.split('/').length, decodeURIComponent(request?.pathname ?? '')]).toEqual([
          3,
          `/contacts/${id}`.slice(0, 10) + id,
        ]);
      expect([...(request?.query.keys() ?? [])]).toEqual([]);
    },
  );

  test.each([{}, { contact_id: null }, { contact_id: undefined }, { contact: 'c1' }])(
    'without its id %j nothing is sent',
    async (args) => {
      await using server = await connect();
      const { isError, text } = await server.call(contact, args);
      expect([isError, server.requests]).toEqual([true, []]);
      expect(text).toContain('contact_id');
    },
  );

  test('unix seconds go out and come back as numbers, though their format says date-time', async () => {
    const times = { created_at: 1_700_000_000, last_seen_at: null, signed_up_at: 1_700_000_000 };
    await using server = await connect(() => ({
      body: { type: 'contact', id: 'c1', email: rosa.email, ...times },
    }));
    const read = await server.call(contact, { contact_id: 'c1' });
    expect([read.isError, read.text.includes(rosa.email)]).toEqual([false, true]);
    const export_ = 'intercom_export_content_data_enqueue';
    const write = await server.call(export_, { created_at_after: 1_700_000_000, created_at_before: 1_700_086_400 });
    expect(write.isError).toBe(false);
    expect(JSON.parse(server.requests.at(-1)?.body ?? '')).toEqual({
      created_at_after: 1_700_000_000,
      created_at_before: 1_700_086_400,
    });
  });

  test('plain text stays as it is', async () => {
    const transcript = `${nora.name}: "Hi"\n\n{not JSON}\n${omar.name}: grüß Gott`;
    await using server = await connect(() => ({ headers: { 'content-type': 'text/plain' }, body: transcript }));
    const { isError, content } = await server.call('get_single_intercom_call_transcript_by_id', { call_id: '1' });
    expect([isError, content]).toEqual([false, [{ type: 'text', text: transcript }]]);
    expect(server.requests[0]?.headers.accept).toContain('text/plain');
  });

  test('work in the background says which tool follows it', async () => {
    await using server = await connect(() => ({ body: { type: 'job', id: 'job-1', status: 'pending' } }));
    const { content } = await server.call('intercom_tickets_enqueue', {
      contacts: [{ id: 'c1' }],
      ticket_type_id: '1',
    });
    const text = 'wait some seconds, then call get_single_intercom_jobs_status_by_id with job_id "job-1"';
    expect(content).toMatchObject([
      { text: expect.stringContaining('job-1') },
      { text: expect.stringContaining(text) },
    ]);
  });

  const csv = 'id,name\n1,Zoë\n';
  const gzip = new Uint8Array(gzipSync(csv));
  const stream = { 'content-type': 'application/octet-stream' };
  test.each<[string, Reply]>([
    ['a gzip file', { headers: stream, body: gzip }],
    ['a text in gzip encoding', { headers: { ...stream, 'content-encoding': 'gzip' }, body: gzip }],
    [
      'a gzip file in gzip encoding',
      { headers: { ...stream, 'content-encoding': 'gzip' }, body: new Uint8Array(gzipSync(gzip)) },
    ],
  ])('%s is read', async (_, reply) => {
    await using server = await connect(() => reply);
    const { isError, content } = await server.call('get_single_intercom_download_content_data_by_id', {
      job_identifier: 'j1',
    });
    expect(isError).toBe(false);
    expect(content[1]).toMatchObject({ type: 'resource', resource: { mimeType: 'text/csv', text: csv } });
    expect(server.requests[0]?.headers.accept).toBe('application/octet-stream');
  });

  test('audio is a link that is not followed, and bytes arrive whole', async () => {
    const location = 'https://recordings.example/1.mp3?X-Amz-Signature=a%2Fb+c';
    const audio = new Uint8Array([0x49, 0x44, 0x33, 0, 255, 254, 10, 13]);
    await using server = await connect(({ pathname }) =>
      pathname.startsWith('/calls')
        ? { status: 302, headers: { location } }
        : { headers: { 'content-type': 'audio/mpeg' }, body: audio },
    );
    const link = await server.call('get_single_intercom_call_recording_by_id', { call_id: '1' });
    expect(JSON.parse(link.text)).toMatchObject({ location });
    expect(link.content[1]).toMatchObject({ type: 'resource_link', uri: location });
    const file = await server.call('get_single_intercom_download_content_data_by_id', { job_identifier: 'j1' });
    const blob = Buffer.from(audio).toString('base64');
    expect(file.content[1]).toMatchObject({ type: 'audio', mimeType: 'audio/mpeg', data: blob });
    expect(server.requests).toHaveLength(2);
  });

  test('5 MB come once at most, and more than 10 MiB are an error that says what to do', async () => {
    let megabytes = 5;
    await using server = await connect(() => ({
      body: { data: Array.from({ length: megabytes }, (_, id) => ({ id: String(id), note: 'x'.repeat(1e6) })) },
    }));
    const large = await server.call('list_all_intercom_tags', {});
    expect([large.isError, large.structuredContent]).toEqual([false, undefined]);
    expect(JSON.stringify(large.content).length).toBeLessThan(5.1e6);
    megabytes = 11;
    const refused = await server.call('list_all_intercom_tags', {});
    expect(refused.isError).toBe(true);
    expect(refused.text).toMatch(/^Ask for less: .*\nThe answer is larger than 10240 KiB\./);
    expect((await server.call('list_all_intercom_admins', {})).isError).toBe(true);
  });

  test('every tool says whether it changes anything, and a search by POST does not', async () => {
    await using server = await connect();
    const hints = new Map((await server.list()).map(({ name, annotations }) => [name, annotations]));
    expect(hints.size).toBe(231);
    for (const { name, access, destructive } of intercom.catalog) {
      const { readOnlyHint = false, destructiveHint = true } = hints.get(name) ?? {};
      expect([name, readOnlyHint, destructiveHint && !readOnlyHint]).toEqual([name, access === 'read', destructive]);
    }
    for (const name of ['conversations', 'contacts', 'tickets']) {
      expect(hints.get(`list_all_intercom_search_${name}`)?.readOnlyHint).toBe(true);
    }
    expect(hints.get('intercom_conversations_reply')?.readOnlyHint ?? false).toBe(false);
    expect(hints.get('delete_a_intercom_contact_by_id')?.destructiveHint ?? true).toBe(true);
  });
});
