import { describe, expect, test, vi } from 'vitest';
import type { Api } from '../../../runtime/catalog/api.ts';
import { type TestGateway, testGateway } from '../support/gateway.ts';
import { type TwoWorkspaces, twoWorkspaces } from '../support/two-workspaces.ts';

/** What 2.16 calls the tool, and what 2.15 called it. */
const NEW = 'list_all_intercom_tags';
const OLD = 'list_intercom_tags_before';
const LAST = '2027-01-31';
const NOTE = `${OLD} is called ${NEW} now`;

/** A version that has the tool under its old name, and the newest, which has it by alias. */
vi.mock(import('../../../intercom/open-api.ts'), async (original) => {
  const real = await original();
  const apis = new Map<string, Promise<Api>>();
  const renamed = async (version: string | undefined): Promise<Api> => {
    const api = await real.openApi(version);
    const isNewest = api.apiVersion === '2.16';
    const change = isNewest ? { aliases: [{ name: OLD, until: LAST }] } : { name: OLD };
    const catalog = api.catalog.map((entry) => (entry.name === NEW ? { ...entry, ...change } : entry));
    const loadTool: Api['loadTool'] = async (name) => {
      if (isNewest) return api.loadTool(name);
      const tool = name === NEW ? undefined : await api.loadTool(name === OLD ? NEW : name);
      return tool && { ...tool, name };
    };
    return { ...api, catalog, loadTool };
  };
  return {
    ...real,
    openApi: (version?: string) => {
      const key = real.toolVersionFor(version ?? '2.16');
      const api = apis.get(key) ?? renamed(key);
      apis.set(key, api);
      return api;
    },
  };
});

async function names({ mcp }: TestGateway, url: string): Promise<string[]> {
  const { tools } = (await mcp(url, 'tools/list')).message.result as { tools: { name: string }[] };
  return tools.map(({ name }) => name);
}

async function call({ mcp }: TestGateway, url: string, name: string, args: object): Promise<string> {
  return JSON.stringify((await mcp(url, 'tools/call', { name, arguments: args })).message);
}

async function calls({ gateway, ids }: TwoWorkspaces, id: 'us' | 'eu'): Promise<string[]> {
  const { body } = await gateway.api('GET', `/integrated-account/${ids[id]}/audit?action=tools/call`);
  return body.result.map(({ tool, status }: Record<string, string>) => `${tool} ${status}`);
}

async function ofBoth(config: object) {
  const two = await twoWorkspaces({ now: () => Date.parse('2027-01-31T23:59:59Z') });
  const { gateway, ids } = two;
  await gateway.api('PATCH', `/integrated-account/${ids.us}`, { api_version: '2.15' });
  const given = { name: 'Both', config, accounts: [ids.us, ids.eu] };
  const { url } = (await gateway.api('POST', `/integrated-account/${ids.us}/mcp`, given)).body;
  return { two, gateway, url, [Symbol.asyncDispose]: () => two[Symbol.asyncDispose]() };
}

describe('a server over the version before a renaming and the one after', () => {
  test.each([NEW, OLD])('that chose %s lists the tool once, and calls it in both', async (chosen) => {
    await using both = await ofBoth({ tools: [chosen] });
    const { gateway, url, two } = both;
    expect(await names(gateway, url)).toEqual([NEW]);
    for (const account of ['Acme US', 'Acme EU']) {
      expect(await call(gateway, url, NEW, { account })).not.toContain('"isError":true');
      const byOld = await call(gateway, url, OLD, { account });
      expect(byOld).not.toContain('"isError":true');
      expect(byOld).toContain(NOTE);
    }
    // The log knows the tool by one name, whatever it was called by.
    for (const id of ['us', 'eu'] as const) expect(await calls(two, id)).toEqual([`${NEW} ok`, `${NEW} ok`]);
  });

  test('runs a program that calls it by either name', async () => {
    await using both = await ofBoth({ mode: 'code' });
    const code = `return [await intercom['${NEW}']({}), await intercom['${OLD}']({})].length`;
    for (const account of ['Acme US', 'Acme EU']) {
      const ran = await call(both.gateway, both.url, 'run_read_code', { code, account });
      expect(ran).not.toContain('"isError":true');
      expect(ran).toContain(NOTE);
    }
  });
});

test('the list of tools says which names they had, of both versions once', async () => {
  await using gateway = await testGateway();
  const { body } = await gateway.api('GET', '/tool?api_version=2.15&api_version=2.16');
  const found = body.result.filter(({ name }: { name: string }) => [OLD, NEW].includes(name));
  expect(found).toEqual([expect.objectContaining({ name: NEW, former_names: [OLD] })]);
});

test('a server of one account goes on where its version changes over a renaming, in both directions', async () => {
  await using gateway = await testGateway();
  const path = `/integrated-account/${await gateway.account()}`;
  await gateway.api('PATCH', path, { api_version: '2.15' });
  const { body } = await gateway.api('POST', `${path}/mcp`, { name: 'x', config: { tools: [OLD] } });
  expect(await names(gateway, body.url)).toEqual([OLD]);
  await gateway.api('PATCH', path, { api_version: '2.16' });
  expect(await names(gateway, body.url)).toEqual([NEW]);
  expect((await gateway.api('PATCH', `${path}/mcp/${body.id}`, { name: 'y' })).status).toBe(200);
  await gateway.api('PATCH', path, { api_version: '2.15' });
  expect(await names(gateway, body.url)).toEqual([OLD]);
});

describe.each([
  ['on the last day', '2027-01-31T23:59:59.999Z', 200],
  ['after it', '2027-02-01T00:00:00Z', 404],
])('%s of an old name', (_, time, status) => {
  test(`GET /tool/{old} answers ${status}, and a trial by it likewise`, async () => {
    await using gateway = await testGateway({ now: () => Date.parse(time) });
    const found = await gateway.api('GET', `/tool/${OLD}`);
    expect(found.status).toBe(status);
    const tried = await gateway.api('POST', `/integrated-account/${await gateway.account()}/try`, {
      tool: OLD,
      arguments: {},
    });
    if (status === 200) {
      expect(found.body.name).toBe(NEW);
      expect(tried.body.status).toBe('ok');
    } else {
      expect(found.body.error.message).toContain(`${NOTE}: the old name ended with ${LAST}.`);
      expect(tried.body.error).toMatchObject({ field: 'tool', message: expect.stringContaining(NOTE) });
    }
  });
});
