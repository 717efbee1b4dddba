import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { catalog } from '../../../intercom/catalog.ts';
import { hostIntercom } from '../../../intercom/hosting.ts';
import { cast } from '../../../sandbox/sample/cast.ts';
import { type TestGateway, testGateway } from '../support/gateway.ts';
import { openShop, type Shop } from './support/shop.ts';

const ME = 'get_single_intercom_me';
const UPDATE = 'update_a_intercom_contact_by_id';
const ORDERS = 'list_all_shop_orders';
const CREATE = 'create_a_shop_order';

let shop: Shop;
let gateway: TestGateway;
let workspace: string;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop[Symbol.asyncDispose]());
beforeEach(async () => {
  gateway = await open();
  workspace = await gateway.account('Fernhill');
  shop.reached.length = 0;
});
afterEach(() => gateway[Symbol.asyncDispose]());

/** A gateway of Intercom's sample workspace and the shop, each where it listens. */
async function open(options: Parameters<typeof testGateway>[0] = {}): Promise<TestGateway> {
  const made: { gateway?: TestGateway } = {};
  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    return new URL(request.url).port === '1' && made.gateway ? made.gateway.sandbox.fetch(request) : fetch(request);
  };
  made.gateway = await testGateway({
    apis: [hostIntercom({ addresses: { us: 'http://localhost:1' } }), shop.api],
    fetch: send,
    ...options,
  });
  return made.gateway;
}

async function shopAccount(label: string, username = label.toLowerCase()): Promise<string> {
  const body = { api: 'shop', label, credential: { username, password: 'x' } };
  return (await gateway.api('POST', '/integrated-account', body)).body.id;
}

async function serve(accounts: string[], config: object = { methods: ['read', 'write'] }) {
  const { status, body } = await gateway.api('POST', `/integrated-account/${accounts[0]}/mcp`, {
    name: 'Desk',
    config,
    accounts,
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}

async function toolsOf(url: string) {
  const { message } = await gateway.mcp(url, 'tools/list');
  const { tools } = z.object({ tools: z.array(listed) }).parse(message.result);
  return new Map(tools.map((tool) => [tool.name, tool]));
}

const listed = z.object({
  name: z.string(),
  inputSchema: z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()).optional() }),
});

async function call(url: string, name: string, args: object = {}): Promise<string> {
  return JSON.stringify((await gateway.mcp(url, 'tools/call', { name, arguments: args })).message);
}

async function audit(account: string) {
  const { body } = await gateway.api('GET', `/integrated-account/${account}/audit?action=tools/call`);
  return body.result.map(({ tool, status }: { tool: string; status: string }) => `${tool} ${status}`);
}

const changes = () => gateway.sandbox.changes();

describe('a server of another API alone', () => {
  test('introduces itself as that API, and says nothing of Intercom', async () => {
    const { url } = await serve([await shopAccount('Corner')]);
    const { message } = await gateway.mcp(url, 'server/discover');
    const told = JSON.stringify(message.result);
    expect(told).toMatch(/"name":"shop-corner-desk-/);
    expect(told).toContain('Tools of Shop');
    expect(told).not.toMatch(/intercom(?!-mcp-toolkit)/i);
    expect([...(await toolsOf(url)).keys()]).toEqual([CREATE, ORDERS, 'list_all_shop_tickets']);
    expect(await call(url, ORDERS)).toContain('o1');
    expect(shop.reached[0]?.headers.authorization).toBe(`Basic ${btoa('corner:x')}`);
  });

  test('says of a refused credential that the Shop account has to be connected again', async () => {
    const account = await shopAccount('Closed');
    const { url } = await serve([account]);
    shop.refuse(`Basic ${btoa('closed:x')}`);
    expect(await call(url, ORDERS)).toContain('access to the Shop account \\"Closed\\"');
    expect((await gateway.api('GET', `/integrated-account/${account}`)).body.status).toBe('needs_reauth');
  });
});

describe('a server over accounts of several APIs', () => {
  test('has the tools of both, each of which works in the account of its API', async () => {
    const corner = await shopAccount('Corner');
    const { url, accounts, tools } = await serve([workspace, corner]);
    expect(accounts).toEqual([workspace, corner]);
    const listed = await toolsOf(url);
    expect(listed.size).toBe(tools);
    for (const { inputSchema } of listed.values()) expect(inputSchema.required ?? []).not.toContain('account');
    expect(await call(url, ME)).toContain('fernhill');
    expect(shop.reached).toEqual([]);
    expect(await call(url, ORDERS)).toContain('o1');
    expect(await call(url, CREATE, { total: 7, account: 'of its own' })).not.toContain('isError');
    // An argument that a tool has itself is its own.
    expect(JSON.parse(shop.reached[1]?.body ?? '')).toEqual({ total: 7, account: 'of its own' });
    expect(changes()).toEqual([]);
    expect(await audit(workspace)).toEqual([`${ME} ok`]);
    expect(await audit(corner)).toEqual([`${CREATE} ok`, `${CREATE} begun`, `${ORDERS} ok`]);
  });

  test('says of each account which API it is of', async () => {
    const { url } = await serve([workspace, await shopAccount('Corner')]);
    const told = JSON.stringify((await gateway.mcp(url, 'server/discover')).message.result);
    expect(told).toMatch(/"name":"intercom-shop-desk-/);
    expect(told).toMatch(/\\"Fernhill\\" \(of Intercom[^)]*\)/);
    expect(told).toMatch(/\\"Corner\\" \(of Shop[^)]*\)/);
    // Sentences of one API are told as its own.
    expect(told).toContain('Intercom: Text in conversations');
  });

  test('asks which account where an API has several, and takes none of another API', async () => {
    const [corner, harbour] = [await shopAccount('Corner'), await shopAccount('Harbour')];
    const { url } = await serve([workspace, corner, harbour]);
    const listed = await toolsOf(url);
    const argument = 'account_to_use';
    expect(listed.get(ORDERS)?.inputSchema).toMatchObject({
      properties: { [argument]: { enum: expect.arrayContaining(['Corner', 'Harbour']) } },
      required: [argument],
    });
    expect(listed.get(ME)?.inputSchema.properties).not.toHaveProperty(argument);
    expect(await call(url, ORDERS)).toContain(`${argument}: is missing`);
    expect(await call(url, ORDERS, { [argument]: 'Fernhill' })).toContain('no account that has this tool is called');
    expect(shop.reached).toEqual([]);
    expect(await call(url, ORDERS, { [argument]: 'harbour' })).toContain('o1');
    expect(shop.reached.map(({ headers }) => headers.authorization)).toEqual([`Basic ${btoa('harbour:x')}`]);
    expect(await audit(harbour)).toEqual([`${ORDERS} ok`]);
    // What its API has once need not be named, and may be.
    expect(await call(url, ME, { [argument]: 'Fernhill' })).toContain('fernhill');
    expect(await call(url, ME, { [argument]: 'Corner' })).toContain('is called');
  });

  test('goes on with the others where the credential of one is refused, or cannot be opened', async () => {
    const broken = await shopAccount('Broken');
    const { url } = await serve([workspace, broken]);
    shop.refuse(`Basic ${btoa('broken:x')}`);
    expect(await call(url, ORDERS)).toContain('connect it again');
    expect(await call(url, ME)).toContain('fernhill');
    expect((await gateway.api('GET', `/integrated-account/${workspace}`)).body.status).toBe('active');
    await gateway.store.accounts.update(broken, { credential: 'sealed by nobody' });
    gateway.gateway.context.changed();
    expect(await call(url, ORDERS)).toContain('isError');
    expect(await call(url, ME)).toContain('fernhill');
  });

  test('is filtered as one: tags that both have mean the tools of both', async () => {
    const both = [workspace, await shopAccount('Corner')];
    const names = async (config: object) => [...(await toolsOf((await serve(both, config)).url)).keys()];
    const tickets = await names({ methods: ['list'], tags: ['tickets'] });
    expect(tickets).toContain('list_all_shop_tickets');
    expect(tickets.some((name) => name.includes('intercom'))).toBe(true);
    expect(tickets).not.toContain(ORDERS);
    expect(await names({ methods: ['read'], tags: ['orders'] })).toEqual([ORDERS]);
    expect(await names({ methods: ['read'], tools: [ME, ORDERS] })).toEqual([ME, ORDERS]);
    const { body } = await gateway.api('GET', `/tool?account=${both.join('&account=')}`);
    expect(body.apis).toMatchObject([{ id: 'intercom' }, { id: 'shop', tools: 3 }]);
    expect(body.version).toMatch(/^intercom 2\.\d+; shop 1\.4$/);
  });

  test('keeps to a catalogue that it expects, of the tools of both', async () => {
    const both = [workspace, await shopAccount('Corner')];
    const config = { methods: ['read'], tags: ['orders', 'admins'] };
    const path = `/integrated-account/${workspace}/mcp`;
    const { body } = await gateway.api('POST', `${path}/preview`, { config, accounts: both });
    const expecting = { ...config, expected_catalog: body.catalog.digest };
    expect((await serve(both, expecting)).catalog).toMatchObject({ is_expected: true });
    const alone = await gateway.api('POST', path, { name: 'x', config: expecting });
    expect(alone).toMatchObject({ status: 400 });
  });

  test('finds and calls the tools of both where it has discovery', async () => {
    const corner = await shopAccount('Corner');
    const { url } = await serve([workspace, corner], { mode: 'discovery', methods: ['read', 'write'] });
    expect(await call(url, 'search_tools', { query: 'list the orders of the shop' })).toContain(ORDERS);
    expect(await call(url, 'call_read_tool', { name: ORDERS, arguments: {} })).toContain('o1');
    expect(await call(url, 'call_read_tool', { name: ME, arguments: {} })).toContain('fernhill');
    expect([await audit(corner), await audit(workspace)]).toEqual([
      [`${ORDERS} ok`],
      expect.arrayContaining([`${ME} ok`]),
    ]);
  });

  test('runs a program that joins both, and writes each call down at its account', async () => {
    const corner = await shopAccount('Corner');
    const { url } = await serve([workspace, corner], { mode: 'code', methods: ['read', 'write'] });
    expect(await call(url, 'search_tools', { query: 'list orders' })).toContain('listOrders()');
    const me = catalog.find(({ name }) => name === ME)?.function;
    const code = `const orders = await intercomShop.listOrders(); const { app } = await intercomShop.${me}(); return [orders, app]`;
    const ran = await call(url, 'run_read_code', { code });
    expect(ran).toContain('o1');
    expect(ran).toContain('fernhill');
    expect(await audit(workspace)).toEqual(expect.arrayContaining([`${ME} ok`]));
    expect(await audit(corner)).toEqual([`${ORDERS} ok`]);
  });

  test('asks for a consent that holds in the account that it was given for', async () => {
    const [corner, harbour] = [await shopAccount('Corner'), await shopAccount('Harbour')];
    const { url } = await serve([corner, harbour], { methods: ['read', 'write'], confirm: 'write' });
    const first = await call(url, CREATE, { total: 7, account_to_use: 'Corner' });
    const [, token = ''] = /confirmation_token\\*":? ?\\*"([\w.-]+)/.exec(first) ?? [];
    expect(token).not.toBe('');
    const again = { total: 7, confirmation_token: token };
    expect(await call(url, CREATE, { ...again, account_to_use: 'Harbour' })).not.toContain('o2');
    expect(shop.reached).toEqual([]);
    expect(await call(url, CREATE, { ...again, account_to_use: 'Corner' })).toContain('o2');
  });

  test('changes what it should in Intercom and nothing else', async () => {
    const { url } = await serve([workspace, await shopAccount('Corner')]);
    expect(await call(url, UPDATE, { contact_id: cast.contacts.amara, name: 'Changed' })).toContain('Changed');
    expect(changes()).not.toEqual([]);
    expect(shop.reached).toEqual([]);
  });
});

describe('a gateway that is started without an API that it had', () => {
  test('says so of its accounts, calls nothing there, and goes on with the others', async () => {
    const corner = await shopAccount('Corner');
    const alone = await serve([corner]);
    const both = await serve([workspace, corner]);
    await using later = await open({
      store: gateway.store,
      apis: [hostIntercom({ addresses: { us: 'http://localhost:1' } })],
      sandbox: gateway.sandbox,
      fetch: gateway.sandbox.fetch,
    });
    const ask = async (url: string, method: string, params = {}) =>
      JSON.stringify((await later.mcp(url, method, params)).message);
    expect(await ask(alone.url, 'tools/list')).toContain('"tools":[]');
    expect(await ask(alone.url, 'server/discover')).toContain('started without the API shop');
    expect(await ask(both.url, 'server/discover')).toContain('started without the API shop');
    expect(await ask(both.url, 'tools/call', { name: ME, arguments: {} })).toContain('fernhill');
    expect(await ask(both.url, 'tools/call', { name: ORDERS, arguments: {} })).toContain('Unknown tool');
    const account = await later.api('GET', `/integrated-account/${corner}`);
    expect(account).toMatchObject({ status: 200, body: { api: 'shop', label: 'Corner' } });
    expect((await later.api('PATCH', `/integrated-account/${corner}`, { variables: {} })).body.error.code).toBe(
      'unknown_api',
    );
    expect((await later.api('PATCH', `/integrated-account/${corner}`, { label: 'Old shop' })).status).toBe(200);
    expect(await ask(alone.url, 'tools/call', { name: ORDERS, arguments: {} })).toContain('Unknown tool');
    expect((await later.api('DELETE', `/integrated-account/${corner}`)).status).toBe(204);
  });
});
