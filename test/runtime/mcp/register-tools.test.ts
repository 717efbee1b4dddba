import { Client as ModernClient } from '@modelcontextprotocol/client';
import { InMemoryTransport, McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { catalog, loadTool } from '../../../intercom/catalog.ts';
import { intercomProfile } from '../../../intercom/profile.ts';
import { servedCatalog } from '../../../runtime/catalog/served-words.ts';
import { type RegisterToolsOptions, registerTools } from '../../../runtime/mcp/index.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import {
  ElicitRequestSchema,
  Client as LegacyClient,
  McpServer as LegacyServer,
  InMemoryTransport as LegacyTransport,
} from '../../judges/legacy-sdk.ts';
import { record } from '../../support/recorder.ts';
import { detachTag, getThing, replyToThing } from '../../support/sample-tools.ts';
import type { Elicit } from './support/session.ts';

const info = { name: 'existing', version: '1' };
function fails(): never {
  throw new TypeError('inside');
}
const tools: readonly Tool[] = [getThing, replyToThing, detachTag];

/** Existing servers with a tool of their own, each with a client of its kind. */
const servers = {
  'version 1': async (given: readonly Tool[], options: RegisterToolsOptions, elicit?: Elicit) => {
    const server = new LegacyServer(info);
    server.registerTool('own', { description: 'Mine' }, () => ({ content: [{ type: 'text', text: 'mine' }] }));
    registerTools(server, given, options);
    const [here, there] = LegacyTransport.createLinkedPair();
    const client = new LegacyClient(info, { capabilities: elicit ? { elicitation: {} } : {} });
    if (elicit) client.setRequestHandler(ElicitRequestSchema, ({ params }) => elicit(params.message));
    await Promise.all([server.connect(there), client.connect(here)]);
    return client;
  },
  'version 2': async (given: readonly Tool[], options: RegisterToolsOptions, elicit?: Elicit) => {
    const [here, there] = InMemoryTransport.createLinkedPair();
    const create = () => {
      const server = new McpServer(info);
      server.registerTool('own', { description: 'Mine' }, () => ({ content: [{ type: 'text', text: 'mine' }] }));
      registerTools(server, given, options);
      return server;
    };
    serveStdio(create, { transport: there });
    const capabilities = elicit ? { elicitation: { form: {} } } : {};
    const client = new ModernClient(info, { capabilities, versionNegotiation: { mode: 'auto' } });
    if (elicit) client.setRequestHandler('elicitation/create', ({ params }) => elicit(params.message));
    await client.connect(here);
    return client;
  },
};

const resultOf = z.looseObject({
  isError: z.boolean().default(false),
  content: z.tuple([z.looseObject({ text: z.string() })], z.unknown()),
});

describe.each(Object.entries(servers))('a server of %s', (_, start) => {
  async function setup(given = tools, options: Partial<RegisterToolsOptions> = {}, elicit?: Elicit) {
    const upstream = await record(() => ({ body: { id: '7' } }));
    const client = await start(given, { profile: intercomProfile, client: upstream.client, ...options }, elicit);
    const call = async (name: string, args: Record<string, unknown> = {}) => {
      const { isError, content } = resultOf.parse(await client.callTool({ name, arguments: args }));
      return { isError, text: content[0].text };
    };
    const close = async () => {
      await client.close();
      await upstream[Symbol.asyncDispose]();
    };
    return { upstream, client, call, [Symbol.asyncDispose]: close };
  }

  test('lists the tools beside its own, with annotations and schemas', async () => {
    await using session = await setup();
    const { tools: listed } = await session.client.listTools();
    expect(listed.map(({ name }) => name)).toEqual(['own', 'get_thing', 'reply_to_thing', 'detach_tag']);
    const byName = new Map(listed.map((tool) => [tool.name, tool]));
    expect(byName.get('get_thing')?.annotations).toMatchObject({ readOnlyHint: true });
    expect(byName.get('detach_tag')?.annotations).toMatchObject({ destructiveHint: true });
    expect(byName.get('detach_tag')?.inputSchema).toMatchObject({
      type: 'object',
      properties: { thing_id: {}, tag_id: {}, admin_id: {} },
      required: ['thing_id', 'tag_id'],
      additionalProperties: false,
    });
  });

  test("shows the catalog's schemas as they are, with words that name these tools alone", async () => {
    const names = ['list_all_intercom_search_contacts', 'update_a_intercom_ticket_by_id'];
    const found = await Promise.all(names.map((name) => loadTool(name)));
    await using session = await setup(
      found.filter((tool) => tool !== undefined),
      { catalog },
    );
    const shown = servedCatalog(
      catalog,
      catalog.filter(({ name }) => found.some((tool) => tool?.name === name)),
    );
    for (const { name, inputSchema, description } of (await session.client.listTools()).tools) {
      if (name === 'own') continue;
      const entry = shown.find((known) => known.name === name);
      expect(description).not.toContain('list_all_intercom_');
      const { $schema: _dialect, ...schema } = { $schema: '', ...inputSchema };
      const { dry_run: _dryRun, ...properties } = Object(schema.properties);
      expect({ schema: { ...schema, properties }, description }).toEqual({
        schema: entry?.inputSchema,
        description: entry?.description,
      });
    }
  });

  test('calls them: an answer, an error to repair, a dry run, its own tool', async () => {
    await using session = await setup();
    // By its short name, and as a number: the server's own check lets the tool's better one through.
    expect(await session.call('get_thing', { id: 7 })).toEqual({ isError: false, text: '{"id":"7"}' });
    const wrong = await session.call('reply_to_thing', { thing_id: 1, admin: 2 });
    expect(wrong).toMatchObject({ isError: true, text: expect.stringContaining('Did you mean "admin_id"?') });
    const shown = await session.call('reply_to_thing', { thing_id: 1, admin_id: 2, dry_run: true });
    expect(JSON.parse(shown.text)).toMatchObject({ dry_run: true, method: 'POST' });
    expect(await session.call('own')).toEqual({ isError: false, text: 'mine' });
    expect(session.upstream.requests).toHaveLength(1);
  });

  test('asks before what cannot be undone, where it is told to', async () => {
    await using session = await setup(tools, { confirm: 'destructive' });
    const args = { thing_id: 1, tag_id: 2 };
    const asked = await session.call('detach_tag', args);
    expect(session.upstream.requests).toEqual([]);
    const confirmation_token = /"confirmation_token":"([^"]+)"/.exec(asked.text)?.[1];
    expect(await session.call('detach_tag', { ...args, confirmation_token })).toMatchObject({ isError: false });
    expect(session.upstream.requests).toHaveLength(1);
  });

  const answers: [string, ReturnType<Elicit> | Error, RegExp | undefined][] = [
    ['yes', { action: 'accept', content: { confirm: true } }, undefined],
    ['no', { action: 'decline' }, /the user said no/],
    ['a form sent back as it was', { action: 'accept', content: { confirm: false } }, /the user said no/],
    ['nothing', new Error('gone'), /Nothing was done|gone/],
  ];
  test.each(answers)('asks a client that can ask its user, who says %s', async (_, answer, refusal) => {
    const questions: string[] = [];
    const elicit: Elicit = (message) => {
      questions.push(message);
      if (answer instanceof Error) throw answer;
      return answer;
    };
    await using session = await setup(tools, { confirm: 'destructive' }, elicit);
    const args = { thing_id: 1, tag_id: 2 };
    const token = await session.call('detach_tag', { ...args, confirmation_token: 'a.b.c' });
    expect(token).toMatchObject({ isError: true, text: expect.stringContaining('can ask its user') });
    const { isError, text } = await session
      .call('detach_tag', args)
      .catch((error: unknown) => ({ isError: true, text: String(error) }));
    expect(questions).toEqual([expect.stringMatching(/\(detach_tag\)\nDELETE http:.*\/things\/1\/tags\/2\n/)]);
    expect(isError).toBe(refusal !== undefined);
    if (refusal !== undefined) expect(text).toMatch(refusal);
    expect(session.upstream.requests).toHaveLength(refusal === undefined ? 1 : 0);
  });

  test('tells its inner errors to nobody but who runs it', async () => {
    const errors: [string, string][] = [];
    const broken: Tool = { ...getThing, request: fails };
    await using session = await setup([broken], {
      onError: (error, tool) => errors.push([String(error).split(':')[0] ?? '', tool]),
    });
    expect(await session.call('get_thing', { id: 1 })).toMatchObject({
      isError: true,
      text: 'Try another tool: this call failed inside the server (TypeError).',
    });
    expect(errors).toEqual([['TypeError', 'get_thing']]);
  });
});
