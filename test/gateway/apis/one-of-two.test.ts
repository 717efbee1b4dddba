import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testGateway } from '../support/gateway.ts';
import { type BothApis, CREATE, INTERCOM, ME, ORDERS, openBoth } from './support/both-apis.ts';
import { openShop, type Shop } from './support/shop.ts';

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

describe('a server of another API alone', () => {
  test('introduces itself as that API, and says nothing of Intercom', async () => {
    const { gateway, shopAccount, serve, toolsOf, call } = both;
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
    const { gateway, shopAccount, serve, call } = both;
    const account = await shopAccount('Closed');
    const { url } = await serve([account]);
    shop.refuse(`Basic ${btoa('closed:x')}`);
    expect(await call(url, ORDERS)).toContain('access to the Shop account \\"Closed\\"');
    expect((await gateway.api('GET', `/integrated-account/${account}`)).body.status).toBe('needs_reauth');
  });
});

describe('a gateway that is started without an API that it had', () => {
  test('says so of its accounts, calls nothing there, and goes on with the others', async () => {
    const { gateway, workspace, shopAccount, serve } = both;
    const corner = await shopAccount('Corner');
    const alone = await serve([corner]);
    const joint = await serve([workspace, corner]);
    await using later = await testGateway({
      store: gateway.store,
      apis: [INTERCOM],
      sandbox: gateway.sandbox,
      fetch: gateway.sandbox.fetch,
    });
    const ask = async (url: string, method: string, params = {}) =>
      JSON.stringify((await later.mcp(url, method, params)).message);
    expect(await ask(alone.url, 'tools/list')).toContain('"tools":[]');
    expect(await ask(alone.url, 'server/discover')).toContain('started without the API shop');
    expect(await ask(joint.url, 'server/discover')).toContain('started without the API shop');
    expect(await ask(joint.url, 'tools/call', { name: ME, arguments: {} })).toContain('fernhill');
    expect(await ask(joint.url, 'tools/call', { name: ORDERS, arguments: {} })).toContain('Unknown tool');
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
