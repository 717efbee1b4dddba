import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { createExposures } from '../../../gateway/mcp/exposure.ts';
import { servedAccounts } from '../../../gateway/servers/accounts-of-tools.ts';
import { openServedApi } from '../../../gateway/servers/open-served-api.ts';
import { serverConfig } from '../../../gateway/servers/server-config.ts';
import { catalog } from '../../../intercom/catalog.ts';
import { twoWorkspaces } from '../support/two-workspaces.ts';
import { describedApi } from './support/contract.ts';

const two = await twoWorkspaces();
const { gateway, ids } = two;
const api = await describedApi(gateway);
const path = `/integrated-account/${ids.us}/mcp`;

/** What the official client lists at a server's URL. */
async function listed(url: string) {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    fetch: async (input, init) => gateway.gateway.fetch(new Request(input, init)),
  });
  await client.connect(transport);
  const { tools } = await client.listTools();
  await client.close();
  return tools;
}

const tags = [...new Set(catalog.flatMap((entry) => entry.tags))];
const configs = fc.record(
  {
    methods: fc.uniqueArray(fc.constantFrom('read', 'write', 'destructive', 'list', 'get', 'update'), {
      minLength: 1,
      maxLength: 3,
    }),
    tags: fc.uniqueArray(fc.constantFrom(...tags), { minLength: 1, maxLength: 3 }),
    confirm: fc.constantFrom('never', 'destructive', 'write'),
    mode: fc.constantFrom('list', 'discovery', 'code'),
    prefix: fc.constantFrom('acme_', 'x-'),
  },
  { requiredKeys: [] },
);

describe('a preview', () => {
  test('is what the official client lists, and costs what that costs, for any configuration', async () => {
    await fc.assert(
      fc.asyncProperty(configs, fc.boolean(), async (config, isBoth) => {
        const asked = { config, ...(isBoth && { accounts: [ids.eu] }) };
        const preview = await api('POST', `${path}/preview`, asked);
        const created = await api('POST', path, { name: 'x', ...asked });
        if (created.status === 400) {
          expect({ status: preview.status, body: preview.body }).toEqual({ status: 400, body: created.body });
          return;
        }
        const { body } = preview;
        const tools = await listed(created.body.url);
        expect(body.tools.map(({ name, title }: { name: string; title: string }) => [name, title])).toEqual(
          tools.map(({ name, title }) => [name, title]),
        );
        expect(body.listed).toBe(tools.length);
        expect({ tools: created.body.tools, tokens: created.body.tokens }).toEqual({
          tools: (body.reachable ?? body.tools).length,
          tokens: body.tokens,
        });
        const counted = tools.map(({ name, title, description, inputSchema, annotations }) =>
          countTokens(JSON.stringify({ name, title, description, inputSchema, annotations })),
        );
        const whole = counted.reduce((sum, tokens) => sum + tokens, 0);
        // What is not as in the catalogue is estimated, the argument for the account by some tokens too few; of the other modes that is all.
        const most = body.reachable === undefined ? Math.max(0.05 * whole, 8 * tools.length) : 0.15 * whole;
        expect(Math.abs(body.tokens - whole)).toBeLessThan(most);
      }),
      {
        numRuns: 15,
        examples: [
          [{}, false],
          [{ tags: ['data_export'] }, true],
          [{ mode: 'discovery', methods: ['read', 'write'] }, true],
          [{ mode: 'code', methods: ['read', 'write'] }, true],
        ],
      },
    );
  });

  test('counts what the catalogue counts, where nothing is otherwise', async () => {
    const { body } = await api('POST', `${path}/preview`, { config: { methods: ['read', 'write'] } });
    const whole = catalog.reduce((sum, { tokens }) => sum + tokens, 0);
    expect({ listed: body.listed, tokens: body.tokens }).toEqual({ listed: catalog.length, tokens: whole });
    expect(body.reachable).toBeUndefined();
  });

  test('warns of what is reachable, each for so many tools', async () => {
    const codes = async (config: object) => {
      const { body } = await api('POST', `${path}/preview`, { config });
      return body.warnings.map(({ code }: { code: string }) => code);
    };
    expect(await codes({ tags: ['knowledge_base'] })).toEqual([]);
    expect(await codes({ tags: ['contacts'] })).toEqual(['personal_data']);
    const all = { methods: ['read', 'write'] };
    expect(await codes(all)).toEqual(['personal_data', 'destructive', 'writes_unconfirmed', 'many_tools']);
    expect(await codes({ ...all, mode: 'discovery', confirm: 'write' })).toEqual(['personal_data', 'destructive']);
    const { body } = await api('POST', `${path}/preview`, {
      config: { tools: ['intercom_conversations_reply'], methods: ['write'] },
    });
    expect(body.warnings).toContainEqual({
      code: 'writes_unconfirmed',
      message: expect.stringMatching(/^1 tool may change the account/),
      tools: 1,
    });
  });

  test('with programs lists three tools, of which one writes and reads, and what is behind them', async () => {
    const { body } = await api('POST', `${path}/preview`, {
      config: { mode: 'code', methods: ['read', 'write'], prefix: 'a_' },
    });
    const marks = (tool: Record<string, unknown>) => [
      tool.name,
      tool.class,
      tool.access,
      tool.destructive,
      tool.personal_data,
    ];
    expect(body.tools.map(marks)).toEqual([
      ['a_search_tools', null, 'read', false, false],
      ['a_run_read_code', null, 'read', false, true],
      ['a_run_code', null, 'write', true, true],
    ]);
    expect(body.reachable).toHaveLength(catalog.length);
    expect(body.tokens).toBeLessThan(1400);
    const { body: reading } = await api('POST', `${path}/preview`, {
      config: { mode: 'code', tags: ['knowledge_base'] },
    });
    expect(reading.tools.map(marks)).toEqual([
      ['search_tools', null, 'read', false, false],
      ['run_read_code', null, 'read', false, false],
    ]);
  });

  test('with discovery lists its four tools, and what is behind them', async () => {
    const { body } = await api('POST', `${path}/preview`, {
      config: { mode: 'discovery', methods: ['read', 'write'], prefix: 'a_' },
    });
    expect(body.tools.map((tool: { name: string }) => tool.name)).toEqual([
      'a_search_tools',
      'a_describe_tools',
      'a_call_read_tool',
      'a_call_write_tool',
    ]);
    expect(
      body.tools.map((tool: Record<string, unknown>) => [
        tool.class,
        tool.access,
        tool.destructive,
        tool.personal_data,
      ]),
    ).toEqual([
      [null, 'read', false, false],
      [null, 'read', false, false],
      [null, 'read', false, true],
      [null, 'write', true, true],
    ]);
    expect(body.reachable).toHaveLength(catalog.length);
    expect(body.reachable[0].name).toMatch(/^a_/);
  });

  test('creates nothing, leaves no line in the audit log, and is an auditor’s as well', async () => {
    const { body: key } = await api('POST', '/admin-key', { name: 'auditor', role: 'auditor' });
    const authorization = `Bearer ${key.key}`;
    const before = await Promise.all(
      ['servers', 'audit'].map((table) =>
        gateway.store.db
          .selectFrom(table as 'servers')
          .selectAll()
          .execute(),
      ),
    );
    expect((await api('POST', `${path}/preview`, {}, { authorization })).status).toBe(200);
    expect((await api('POST', path, { name: 'x' }, { authorization })).status).toBe(403);
    await gateway.gateway.context.audit.flush();
    const after = await Promise.all(
      ['servers'].map((table) =>
        gateway.store.db
          .selectFrom(table as 'servers')
          .selectAll()
          .execute(),
      ),
    );
    expect(after[0]).toEqual(before[0]);
  });

  test('is for accounts within the reach of the key alone', async () => {
    const operator = { name: 'eu', role: 'operator', integrated_account_ids: [ids.eu] };
    const { body: key } = await api('POST', '/admin-key', operator);
    const headers = { authorization: `Bearer ${key.key}` };
    expect((await api('POST', `${path}/preview`, {}, headers)).status).toBe(403);
    const further = await api('POST', `/integrated-account/${ids.eu}/mcp/preview`, { accounts: [ids.us] }, headers);
    expect(further).toMatchObject({ status: 400, body: { error: { code: 'unknown_account', field: 'accounts[0]' } } });
  });

  test('of a configuration is made once', async () => {
    const api = await openServedApi(gateway.gateway.context.apis, []);
    const exposureOf = createExposures();
    const config = serverConfig.parse({ methods: ['read'] });
    const over = (...labels: string[]) => servedAccounts(labels, [], api);
    expect(exposureOf({ ...config }, over(), api)).toBe(exposureOf({ ...config }, over(), api));
    expect(exposureOf(config, over('a', 'b'), api)).not.toBe(exposureOf(config, over(), api));
  });
});
