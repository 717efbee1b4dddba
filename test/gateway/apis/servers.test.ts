import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import { cast } from '../../../sandbox/sample/cast.ts';
import { type BothApis, CREATE, ME, ORDERS, openBoth } from './support/both-apis.ts';
import { openShop, type Shop } from './support/shop.ts';

const UPDATE = 'update_a_intercom_contact_by_id';

let shop: Shop;
let both: BothApis;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop[Symbol.asyncDispose]());
beforeEach(async () => {
  both = await openBoth(shop);
  shop.reached.length = 0;
});
afterEach(() => both[Symbol.asyncDispose]());

describe('a server over accounts of several APIs', () => {
  test('has the tools of both, each of which works in the account of its API', async () => {
    const { gateway, workspace, shopAccount, serve, toolsOf, call, audit } = both;
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
    expect(gateway.sandbox.changes()).toEqual([]);
    expect(await audit(workspace)).toEqual([`${ME} ok`]);
    expect(await audit(corner)).toEqual([`${CREATE} ok`, `${CREATE} begun`, `${ORDERS} ok`]);
  });

  test('says of each account which API it is of', async () => {
    const { gateway, workspace, shopAccount, serve } = both;
    const { url } = await serve([workspace, await shopAccount('Corner')]);
    const told = JSON.stringify((await gateway.mcp(url, 'server/discover')).message.result);
    expect(told).toMatch(/"name":"intercom-shop-desk-/);
    expect(told).toMatch(/\\"Fernhill\\" \(of Intercom[^)]*\)/);
    expect(told).toMatch(/\\"Corner\\" \(of Shop[^)]*\)/);
    // Sentences of one API are told as its own.
    expect(told).toContain('Intercom: Text in conversations');
  });

  test('asks which account where an API has several, and takes none of another API', async () => {
    const { workspace, shopAccount, serve, toolsOf, call, audit } = both;
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
    const { gateway, workspace, shopAccount, serve, call } = both;
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
    const { gateway, workspace, shopAccount, serve, toolsOf } = both;
    const all = [workspace, await shopAccount('Corner')];
    const names = async (config: object) => [...(await toolsOf((await serve(all, config)).url)).keys()];
    const tickets = await names({ methods: ['list'], tags: ['tickets'] });
    expect(tickets).toContain('list_all_shop_tickets');
    expect(tickets.some((name) => name.includes('intercom'))).toBe(true);
    expect(tickets).not.toContain(ORDERS);
    expect(await names({ methods: ['read'], tags: ['orders'] })).toEqual([ORDERS]);
    expect(await names({ methods: ['read'], tools: [ME, ORDERS] })).toEqual([ME, ORDERS]);
    const { body } = await gateway.api('GET', `/tool?account=${all.join('&account=')}`);
    expect(body.apis).toMatchObject([{ id: 'intercom' }, { id: 'shop', tools: 3 }]);
    expect(body.version).toMatch(/^intercom 2\.\d+; shop 1\.4$/);
  });

  test('keeps to a catalogue that it expects, of the tools of both', async () => {
    const { gateway, workspace, shopAccount, serve } = both;
    const all = [workspace, await shopAccount('Corner')];
    const config = { methods: ['read'], tags: ['orders', 'admins'] };
    const path = `/integrated-account/${workspace}/mcp`;
    const { body } = await gateway.api('POST', `${path}/preview`, { config, accounts: all });
    const expecting = { ...config, expected_catalog: body.catalog.digest };
    expect((await serve(all, expecting)).catalog).toMatchObject({ is_expected: true });
    const alone = await gateway.api('POST', path, { name: 'x', config: expecting });
    expect(alone).toMatchObject({ status: 400 });
  });

  test('finds and calls the tools of both where it has discovery', async () => {
    const { workspace, shopAccount, serve, call, audit } = both;
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
    const { workspace, shopAccount, serve, call, audit } = both;
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
    const { shopAccount, serve, call } = both;
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
    const { gateway, workspace, shopAccount, serve, call } = both;
    const { url } = await serve([workspace, await shopAccount('Corner')]);
    expect(await call(url, UPDATE, { contact_id: cast.contacts.amara, name: 'Changed' })).toContain('Changed');
    expect(gateway.sandbox.changes()).not.toEqual([]);
    expect(shop.reached).toEqual([]);
  });
});
