import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import type { serverSettings } from '../../../gateway/servers/server-config.ts';
import { catalog } from '../../../intercom/catalog.ts';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { asker, caller, eras, toolResult } from '../support/eras.ts';
import { testGateway } from '../support/gateway.ts';

type Config = z.input<typeof serverSettings>;

function has(entry: CatalogEntry, ...tags: string[]) {
  return tags.some((tag) => entry.tags.includes(tag));
}

const configs: [string, Config, (entry: CatalogEntry) => boolean][] = [
  ['nothing', {}, ({ access }) => access === 'read'],
  ['writes', { methods: ['write'] }, ({ access }) => access === 'write'],
  ['classes', { methods: ['list', 'delete'] }, (entry) => entry.class === 'list' || entry.class === 'delete'],
  ['a tag', { methods: ['read', 'write'], tags: ['tags'] }, (entry) => has(entry, 'tags')],
  [
    'methods and tags',
    { methods: ['read'], tags: ['tickets', 'companies'] },
    (entry) => entry.access === 'read' && has(entry, 'tickets', 'companies'),
  ],
  [
    'a name and a tag that leaves it out',
    { methods: ['get', 'delete_a_intercom_tag_by_id'], tags: ['contacts'] },
    (entry) => entry.class === 'get' && has(entry, 'contacts'),
  ],
  [
    'names among what methods and tags keep',
    { tools: ['list_all_intercom_tags', 'list_all_intercom_admins'] },
    ({ name }) => name === 'list_all_intercom_tags' || name === 'list_all_intercom_admins',
  ],
];

/** An answer without the name that was asked for, and without the names that are nearest to it, which are checked. */
function withoutNames(given: unknown, name: string, listed: ReadonlySet<string>): string {
  const text = JSON.stringify(given).replaceAll(name, '(name)');
  const hint = / Did you mean ([\w"\\ ]+)\?/;
  for (const near of hint.exec(text)?.[1]?.match(/\w{3,}/g) ?? []) expect(listed).toContain(near);
  return text.replace(hint, '');
}

/** One that never existed: there is nothing that a filter could leave out. */
const NEVER = 'list_all_intercom_unicorns';

describe.each(eras)('control 6: filters hold for lists and calls alike, in $revision', (era) => {
  test.each(configs)('by %s', async (_, config, keeps) => {
    let asked = 0;
    const sandbox = createSandbox();
    await using made = await testGateway({
      fetch: (...request) => {
        asked += 1;
        return sandbox.fetch(...request);
      },
    });
    const { url } = await made.server(await made.account(), config);
    const [ask, call] = [asker(made, era), caller(made, era)];
    const { tools } = Object((await ask(url, 'tools/list')).message.result);
    const listed = new Set<string>(tools.map(({ name }: { name: string }) => name));
    const kept = catalog.filter(keeps).map(({ name }) => name);
    expect(kept.length).toBeGreaterThan(0);
    expect([...listed].sort()).toEqual(kept.sort());

    const before = asked;
    const unknown = await call(url, NEVER);
    const never = withoutNames(unknown.message, NEVER, listed);
    expect(unknown.message.error?.code).toBe(-32602);
    const left = catalog.filter((entry) => !keeps(entry));
    for (const { name } of left.filter((_entry, index) => index % 4 === 0 || left.length < 20)) {
      const { message, status } = await call(url, name, { id: '1' });
      expect([status, withoutNames(message, name, listed)]).toEqual([unknown.status, never]);
    }
    expect(asked).toBe(before);
  });

  test('in discovery', async () => {
    await using made = await testGateway();
    const account = await made.account();
    const { url } = await made.server(account, { mode: 'discovery', methods: ['read'], tags: ['tags'] });
    const kept = catalog.filter((entry) => entry.access === 'read' && has(entry, 'tags')).map(({ name }) => name);
    const listed = new Set([...kept, 'search_tools', 'describe_tools', 'call_read_tool']);
    const [ask, call] = [asker(made, era), caller(made, era)];
    const { tools } = Object((await ask(url, 'tools/list')).message.result);
    expect(tools.map(({ name }: { name: string }) => name).sort()).toEqual([
      'call_read_tool',
      'describe_tools',
      'search_tools',
    ]);
    const hidden = ['delete_a_intercom_tag_by_id', 'create_a_intercom_tag', 'get_single_intercom_ticket_by_id'];
    for (const query of ['delete a tag', 'create a tag', 'read a ticket', ...hidden]) {
      const { text } = toolResult(await call(url, 'search_tools', { query, limit: 20 }));
      const named = text.match(/\b\w+_intercom_\w+/g) ?? [];
      expect(named.filter((name) => !kept.includes(name))).toEqual([]);
    }
    const ways: ((name: string) => Promise<unknown>)[] = [
      async (name) => (await call(url, name, { id: '1' })).message,
      async (name) => toolResult(await call(url, 'describe_tools', { names: [name] })),
      async (name) => toolResult(await call(url, 'describe_tools', { names: [name, ...kept.slice(0, 1)] })),
      async (name) => toolResult(await call(url, 'call_read_tool', { name, arguments: { id: '1' } })),
      async (name) => (await call(url, 'call_write_tool', { name, arguments: { id: '1' } })).message,
    ];
    for (const way of ways)
      for (const name of hidden)
        expect(withoutNames(await way(name), name, listed)).toBe(withoutNames(await way(NEVER), NEVER, listed));
    expect(toolResult(await call(url, 'call_read_tool', { name: 'list_all_intercom_tags' })).isError).toBe(false);
  });

  test('prompts and resources about tools that are left out are not there', async () => {
    await using made = await testGateway();
    const account = await made.account();
    const ask = asker(made, era);
    const full = await made.server(account, { methods: ['read', 'write'] });
    const few = await made.server(account, { methods: ['read'], tags: ['tags'] });
    const { prompts } = Object((await ask(full.url, 'prompts/list')).message.result);
    const { resources } = Object((await ask(full.url, 'resources/list')).message.result);
    expect([prompts.length, resources.length]).toEqual([2, 1]);
    const reads: [string, object][] = [
      ['prompts/list', {}],
      ['resources/list', {}],
      ['prompts/get', { name: prompts[0].name, arguments: { topic: 'refund' } }],
      ['resources/read', { uri: resources[0].uri }],
    ];
    for (const [method, params] of reads) {
      // The later revision repeats in a header what is asked for.
      const given = { headers: 'uri' in params ? { 'mcp-name': String(params.uri) } : {} };
      expect((await ask(full.url, method, params, given)).message.error).toBeUndefined();
      expect((await ask(few.url, method, params, given)).message).toMatchObject({ error: { code: -32601 } });
    }
    // The workflows write, so they are not for a server that only reads.
    const reading = await made.server(account);
    expect((await ask(reading.url, 'prompts/list')).message).toMatchObject({ error: { code: -32601 } });
  });
});
