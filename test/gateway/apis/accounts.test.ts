import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostIntercom } from '../../../intercom/hosting.ts';
import { testGateway } from '../support/gateway.ts';
import { openShop, type Shop } from './support/shop.ts';

const INTERCOM = hostIntercom({ addresses: { us: 'http://localhost:1' } });

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop[Symbol.asyncDispose]());

/** A gateway of both APIs; what is meant for the shop goes to where it is described to be. */
async function both() {
  const sent: Request[] = [];
  const gateway = await testGateway({
    apis: [INTERCOM, shop.described],
    fetch: async (input, init) => {
      sent.push(new Request(input, init));
      return Response.json([]);
    },
  });
  return { gateway, sent };
}

describe('accounts of an API beside Intercom', () => {
  test('are offered as the API takes them', async () => {
    const { gateway } = await both();
    const { body } = await gateway.api('GET', '/about');
    expect(body.apis[1]).toMatchObject({
      ...{ id: 'shop', name: 'Shop', noun: 'account', identifies: false, login: false },
      ...{ api_versions: ['1.4'], catalog: { version: expect.stringMatching(/^1\.4\+/) } },
      regions: [expect.anything()],
      variables: [
        { name: 'store', default: 'main' },
        { name: 'edition', default: 'v1', values: ['v1', 'v2'] },
      ],
      credentials: [
        {
          label: 'User and password',
          fields: [
            { name: 'username', secret: false },
            { name: 'password', secret: true },
          ],
        },
        { label: 'API key and API key', fields: [{ name: 'app_api_key' }, { name: 'key_api_key' }] },
      ],
    });
    await gateway[Symbol.asyncDispose]();
  });

  test('are stored with their values sealed, by the name that they are given, and nothing is asked before', async () => {
    const { gateway, sent } = await both();
    const { api, store } = gateway;
    const created = await api('POST', '/integrated-account', {
      ...{ api: 'shop', label: 'Corner shop', variables: { store: 'corner' } },
      credential: { username: 'ada', password: 'pass word ' },
    });
    expect(created).toMatchObject({
      status: 201,
      body: {
        ...{ api: 'shop', label: 'Corner shop', api_version: '1.4', tools_version: '1.4', status: 'active' },
        ...{ workspace: { id: null, name: null }, source: 'credential', variables: { store: 'corner' } },
      },
    });
    expect(JSON.stringify(created.body)).not.toContain('pass word');
    expect(sent).toEqual([]);
    const { id } = created.body;
    const row = await store.accounts.get(id);
    expect(row?.credential).not.toContain('pass word');
    const opened = gateway.gateway.context.keyring.open(row?.credential ?? '', `accounts/${id}`);
    expect(JSON.parse(opened)).toEqual({ credential: { username: 'ada', password: 'pass word ' } });
    const { body } = await api('GET', '/integrated-account?api=shop');
    expect(body.result.map((account: { id: string }) => account.id)).toEqual([id]);
    expect((await api('GET', '/integrated-account?api=intercom')).body.result).toEqual([]);
    await gateway[Symbol.asyncDispose]();
  });

  test('are called at their own address, with what was given for them', async () => {
    const { gateway, sent } = await both();
    const connect = (label: string, more: object) =>
      gateway.api('POST', '/integrated-account', { api: 'shop', label, ...more });
    const login = { credential: { username: 'ada', password: '' }, variables: { store: 'corner', edition: 'v2' } };
    const keys = { credential: { app_api_key: 'A', key_api_key: 'K' } };
    for (const [label, more] of [
      ['by login', login],
      ['by keys', keys],
    ] as const) {
      const { body } = await connect(label, more);
      const { url } = await gateway.server(body.id);
      await gateway.mcp(url, 'tools/call', { name: 'list_all_shop_orders', arguments: {} });
    }
    expect(sent.map(({ url }) => url)).toEqual([
      'https://corner.shop.example.test/v2/orders',
      'https://main.shop.example.test/v1/orders?key=K',
    ]);
    expect(sent.map(({ headers }) => [headers.get('authorization'), headers.get('x-app')])).toEqual([
      [`Basic ${btoa('ada:')}`, null],
      [null, 'A'],
    ]);
    await gateway[Symbol.asyncDispose]();
  });

  const user = { username: 'ada', password: 'x' };
  test.each([
    ['no credential', { label: 'S' }, 'credential.username', /is required by Shop/],
    ['half of one', { label: 'S', credential: { username: 'ada' } }, 'credential.password', /is required/],
    [
      'half of each',
      { label: 'S', credential: { username: 'ada', app_api_key: 'A' } },
      'credential.password',
      /required/,
    ],
    [
      'an empty key',
      { label: 'S', credential: { app_api_key: '', key_api_key: 'K' } },
      'credential.app_api_key',
      /required/,
    ],
    ["another API's", { label: 'S', access_token: 'sandbox' }, 'access_token', /takes no "access_token"/],
    [
      'a name of an object',
      JSON.parse('{"label":"S","credential":{"__proto__":"x"}}'),
      'credential.username',
      /required/,
    ],
    ['no label', { credential: user }, 'label', /does not say whose/],
    ['another version', { label: 'S', credential: user, api_version: '2.16' }, 'api_version', /has no version "2.16"/],
    ['another region', { label: 'S', credential: user, region: 'us' }, 'region', /no region "us"/],
    [
      'another host',
      { label: 'S', credential: user, variables: { store: 'evil.example/' } },
      'variables.store',
      /address/,
    ],
    ['a host of its own', { label: 'S', credential: user, variables: { store: 'a.b' } }, 'variables.store', /address/],
    ['no such edition', { label: 'S', credential: user, variables: { edition: 'v3' } }, 'variables.edition', /address/],
    ['no such variable', { label: 'S', credential: user, variables: { host: 'x' } }, 'variables.host', /no such/],
  ])('with %s are refused, and the answer says where', async (_, body, field, message) => {
    const { gateway, sent } = await both();
    const answered = await gateway.api('POST', '/integrated-account', { api: 'shop', ...body });
    expect(answered).toMatchObject({
      status: 400,
      body: { error: { field, message: expect.stringMatching(message) } },
    });
    expect(JSON.stringify(answered.body)).not.toMatch(/sandbox|evil/);
    expect([sent, (await gateway.api('GET', '/integrated-account')).body.result]).toEqual([[], []]);
    await gateway[Symbol.asyncDispose]();
  });

  test('change: another credential stands in place of the whole one before', async () => {
    const { gateway } = await both();
    const { api, store } = gateway;
    const { body } = await api('POST', '/integrated-account', { api: 'shop', label: 'S', credential: user });
    const path = `/integrated-account/${body.id}`;
    const keys = { app_api_key: 'A', key_api_key: 'K' };
    expect((await api('PATCH', path, { credential: keys })).status).toBe(200);
    const sealed = (await store.accounts.get(body.id))?.credential ?? '';
    const opened = gateway.gateway.context.keyring.open(sealed, `accounts/${body.id}`);
    expect(JSON.parse(opened)).toEqual({ credential: keys });
    expect((await api('PATCH', path, { variables: { store: 'b' } })).body.variables).toEqual({ store: 'b' });
    expect((await api('PATCH', path, { credential: { username: 'x' } })).status).toBe(400);
    await gateway[Symbol.asyncDispose]();
  });

  test('cannot be connected by a login that the API has not', async () => {
    const { gateway } = await both();
    const answered = await gateway.api('POST', '/oauth/shop/link', {});
    expect(answered).toMatchObject({ status: 400, body: { error: { code: 'no_login' } } });
    expect((await gateway.api('POST', '/oauth/nothing/link', {})).body.error.code).toBe('unknown_api');
    await gateway[Symbol.asyncDispose]();
  });
});

test('the tools of an API are listed and read apart from those of the others', async () => {
  const { gateway } = await both();
  const { api } = gateway;
  const { body } = await api('GET', '/tool?api=shop');
  expect(body).toMatchObject({ version: '1.4', apis: [{ id: 'shop', name: 'Shop', tools: 3 }] });
  expect(body.result.every((tool: { api: string }) => tool.api === 'shop')).toBe(true);
  expect((await api('GET', '/tool')).body.apis).toMatchObject([{ id: 'intercom' }]);
  const read = await api('GET', '/tool/list_all_shop_orders?api=shop');
  expect(read).toMatchObject({ status: 200, body: { api: 'shop', name: 'list_all_shop_orders' } });
  expect((await api('GET', '/tool/list_all_shop_orders')).status).toBe(404);
  expect((await api('GET', '/tool?api=nothing')).body.error).toMatchObject({ code: 'unknown_api', field: 'api' });
  expect((await api('GET', '/tool?api=shop&api_version=2.16')).body.error).toMatchObject({ field: 'api_version' });
  await gateway[Symbol.asyncDispose]();
});
