import { describe, expect, test } from 'vitest';
import { TOOL_VERSIONS } from '../../../intercom/open-api.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { type TestGateway, testGateway } from '../support/gateway.ts';
import { twoWorkspaces } from '../support/two-workspaces.ts';

/** A tool that 2.16 has and older versions lack. */
const NEW = 'list_all_intercom_content_search';
const OLD = 'list_all_intercom_articles_search';

async function listed({ mcp }: TestGateway, url: string): Promise<string[]> {
  const { result } = (await mcp(url, 'tools/list')).message;
  return (result as { tools: { name: string }[] }).tools.map(({ name }) => name);
}

async function call({ mcp }: TestGateway, url: string, name: string, args: object): Promise<string> {
  return JSON.stringify((await mcp(url, 'tools/call', { name, arguments: args })).message);
}

test('the version of an account decides what its servers list and answer, and a change of it is seen at the next request', async () => {
  await using two = await twoWorkspaces();
  const { gateway, ids } = two;
  const path = `/integrated-account/${ids.us}`;
  const { url } = (await gateway.api('POST', `${path}/mcp`, { name: 'All', config: { methods: ['read'] } })).body;
  expect(await listed(gateway, url)).toContain(NEW);
  const changed = await gateway.api('PATCH', path, { api_version: '2.15' });
  expect(changed.body).toMatchObject({ api_version: '2.15', tools_version: '2.15' });
  const names = await listed(gateway, url);
  expect(names).toContain(OLD);
  expect(names).not.toContain(NEW);
  expect(await call(gateway, url, NEW, { query: 'x' })).toContain('Unknown tool');
  expect(await call(gateway, url, OLD, { phrase: 'password' })).toContain('result');
});

test('a version that there are no tools of has the nearest older ones, and sends its own header', async () => {
  const sandbox = createSandbox();
  const sent = new Set<string | null>();
  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    sent.add(request.headers.get('intercom-version'));
    return sandbox.fetch(request);
  };
  await using gateway = await testGateway({ sandbox, fetch: send });
  expect(TOOL_VERSIONS).toEqual(['2.14', '2.15', '2.16']);
  const given = { region: 'us', api_version: '2.12', access_token: 'sandbox' };
  const { body: account } = await gateway.api('POST', '/integrated-account', given);
  expect(account).toMatchObject({ api_version: '2.12', tools_version: '2.14' });
  const { body } = await gateway.api('POST', `/integrated-account/${account.id}/mcp`, { name: 'x' });
  expect(await listed(gateway, body.url)).not.toContain(NEW);
  await call(gateway, body.url, 'list_all_intercom_tags', {});
  expect([...sent]).toEqual(['2.12']);
});

describe('a server', () => {
  test('cannot be created with a tool that the version of its account lacks; the answer says which are near', async () => {
    await using two = await twoWorkspaces();
    const { gateway, ids } = two;
    await gateway.api('PATCH', `/integrated-account/${ids.us}`, { api_version: '2.14' });
    const config = { tools: [NEW] };
    const refused = await gateway.api('POST', `/integrated-account/${ids.us}/mcp`, { name: 'x', config });
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'invalid_input' } } });
    expect(refused.body.error.message).toContain(`${JSON.stringify(NEW)} is no tool`);
    const elsewhere = await gateway.api('POST', `/integrated-account/${ids.eu}/mcp`, { name: 'x', config });
    expect(elsewhere.status).toBe(201);
  });

  test('of which a version lacks all that was chosen lists nothing, and goes on once the version is back', async () => {
    await using two = await twoWorkspaces();
    const { gateway, ids } = two;
    const path = `/integrated-account/${ids.us}`;
    for (const mode of ['list', 'discovery', 'code']) {
      const config = { tools: [NEW], mode };
      const { body } = await gateway.api('POST', `${path}/mcp`, { name: 'x', config });
      const before = await listed(gateway, body.url);
      await gateway.api('PATCH', path, { api_version: '2.14' });
      expect(await listed(gateway, body.url)).not.toContain(NEW);
      expect(await call(gateway, body.url, NEW, { query: 'x' })).toContain('Unknown tool');
      expect((await gateway.api('GET', `${path}/mcp/${body.id}`)).body).toMatchObject({ tools: 0 });
      await gateway.api('PATCH', path, { api_version: '2.16' });
      expect(await listed(gateway, body.url)).toEqual(before);
    }
  });
});

test('over accounts of two versions: lists the tools of both; each call takes those of its account, and is refused where that lacks one', async () => {
  await using two = await twoWorkspaces();
  const { gateway, ids } = two;
  await gateway.api('PATCH', `/integrated-account/${ids.us}`, { api_version: '2.14' });
  const given = { name: 'Both', config: { methods: ['read'] }, accounts: [ids.us, ids.eu] };
  const { url } = (await gateway.api('POST', `/integrated-account/${ids.us}/mcp`, given)).body;
  expect(await listed(gateway, url)).toEqual(expect.arrayContaining([OLD, NEW]));
  expect(await call(gateway, url, NEW, { query: 'password', account: 'Acme EU' })).toContain('Acme EU');
  const refused = await call(gateway, url, NEW, { query: 'password', account: 'Acme US' });
  expect(refused).toContain(`version 2.14 of Intercom's API, which has no ${NEW}`);
  expect(refused).toContain('"isError":true');
  expect(await call(gateway, url, OLD, { phrase: 'password', account: 'Acme US' })).toContain('result');
  const { body: audit } = await gateway.api('GET', `/integrated-account/${ids.us}/audit?action=tools/call`);
  expect(audit.result.map(({ tool, status }: { tool: string; status: string }) => [tool, status])).toEqual([
    [OLD, 'ok'],
    [NEW, 'invalid_input'],
  ]);
});

test('a program calls the tools of the version of its account, and learns which one that lacks', async () => {
  await using two = await twoWorkspaces();
  const { gateway, ids } = two;
  await gateway.api('PATCH', `/integrated-account/${ids.us}`, { api_version: '2.14' });
  const given = { name: 'Both', config: { methods: ['read'], mode: 'code' }, accounts: [ids.us, ids.eu] };
  const { url } = (await gateway.api('POST', `/integrated-account/${ids.us}/mcp`, given)).body;
  const code = `return (await intercom['${NEW}']({ query: 'password' })).result.length`;
  const made = await call(gateway, url, 'run_read_code', { code, account: 'Acme EU' });
  expect(made).toContain('Acme EU');
  expect(made).not.toContain('"isError":true');
  const refused = await call(gateway, url, 'run_read_code', { code, account: 'Acme US' });
  expect(refused).toContain('"isError":true');
  expect(refused).toContain("version 2.14 of Intercom's API, which has no");
});

test('the catalogue, a preview and a trial are of the version that is asked for', async () => {
  await using two = await twoWorkspaces();
  const { gateway, ids } = two;
  const count = async (query: string) => (await gateway.api('GET', `/tool${query}`)).body.result.length;
  expect([await count(''), await count('?api_version=2.15'), await count('?api_version=2.14')]).toEqual([
    231, 162, 150,
  ]);
  const both = await gateway.api('GET', '/tool?api_version=2.14&api_version=2.16');
  expect(both.body.version).toBe('2.16, 2.14');
  expect(both.body.result.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining([OLD, NEW]));
  for (const version of ['2.3', '', '2.14&api_version=2.3', '2.14,2.16'])
    expect((await gateway.api('GET', `/tool?api_version=${version}`)).status).toBe(400);
  expect((await gateway.api('GET', `/tool/${NEW}?api_version=2.14`)).status).toBe(404);
  const { body: tool } = await gateway.api('GET', `/tool/${OLD}?api_version=2.14`);
  expect(tool.import.line).toContain('intercom-mcp-toolkit/intercom-2.14/tools/articles');
  await gateway.api('PATCH', `/integrated-account/${ids.us}`, { api_version: '2.14' });
  const config = { methods: ['read', 'write'] };
  const preview = await gateway.api('POST', `/integrated-account/${ids.us}/mcp/preview`, { config });
  expect(preview.body.listed).toBe(150);
  const tried = { tool: NEW, arguments: {} };
  const refused = await gateway.api('POST', `/integrated-account/${ids.us}/try`, tried);
  expect(refused).toMatchObject({ status: 400, body: { error: { field: 'tool' } } });
  expect(refused.body.error.message).toContain('is no tool of version 2.14');
});
