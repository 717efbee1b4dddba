import { describe, expect, test } from 'vitest';
import { type TwoWorkspaces, twoWorkspaces } from '../support/two-workspaces.ts';

/** A server over both workspaces. */
async function both({ gateway, ids }: TwoWorkspaces, config: object = { methods: ['read', 'write'] }) {
  const path = `/integrated-account/${ids.us}/mcp`;
  return gateway.api('POST', path, { name: 'Both', config, accounts: [ids.us, ids.eu] });
}

describe('accounts of a server', () => {
  test('are changed, listed at each of them, and refused where they cannot be told apart or are not there', async () => {
    await using two = await twoWorkspaces();
    const { gateway, ids } = two;
    const { body } = await both(two);
    const path = `/integrated-account/${ids.us}/mcp/${body.id}`;
    const atEu = await gateway.api('GET', `/integrated-account/${ids.eu}/mcp`);
    expect(atEu.body.result.map(({ id }: { id: string }) => id)).toEqual([body.id]);
    expect((await gateway.api('PATCH', path, { accounts: [] })).body.accounts).toEqual([ids.us]);
    expect((await gateway.api('GET', `/integrated-account/${ids.eu}/mcp`)).body.result).toEqual([]);
    expect((await gateway.api('PATCH', path, { accounts: [ids.eu] })).body.accounts).toEqual([ids.us, ids.eu]);
    const wrong = await gateway.api('PATCH', path, { accounts: [ids.eu, 'nobody'] });
    expect(wrong).toMatchObject({ status: 400, body: { error: { field: 'accounts[1]' } } });
    await gateway.api('PATCH', `/integrated-account/${ids.eu}`, { label: 'ACME US' });
    const same = await gateway.api('PATCH', path, { accounts: [ids.eu] });
    expect(same).toMatchObject({ status: 400, body: { error: { code: 'same_label', field: 'accounts' } } });
  });

  test('are within the reach of the operator who makes, changes, rotates or ends the server', async () => {
    await using two = await twoWorkspaces();
    const { gateway, ids } = two;
    const key = async (accounts: string[]) =>
      (
        await gateway.api('POST', '/admin-key', {
          name: accounts.join(),
          role: 'operator',
          integrated_account_ids: accounts,
        })
      ).body.key;
    const [one, all] = [await key([ids.us]), await key([ids.us, ids.eu])];
    const as = (bearer: string) => ({ authorization: `Bearer ${bearer}` });
    const create = (bearer: string) =>
      gateway.api('POST', `/integrated-account/${ids.us}/mcp`, { name: 'Both', accounts: [ids.eu] }, as(bearer));
    expect(await create(one)).toMatchObject({ status: 400, body: { error: { code: 'unknown_account' } } });
    const made = await create(all);
    expect(made.status).toBe(201);
    const path = `/integrated-account/${ids.us}/mcp/${made.body.id}`;
    const wider = { config: { methods: ['read', 'write'] } };
    for (const [method, at, body] of [
      ['PATCH', path, wider],
      ['POST', `${path}/rotate`, undefined],
      ['DELETE', path, undefined],
    ] as const) {
      expect([method, (await gateway.api(method, at, body, as(one))).status]).toEqual([method, 403]);
    }
    expect((await gateway.api('PATCH', path, wider, as(all))).status).toBe(200);
    expect((await gateway.api('DELETE', path, undefined, as(all))).status).toBe(204);
  });

  test('an API token of one of them does not open the server', async () => {
    await using two = await twoWorkspaces();
    const { gateway, ids } = two;
    const { body } = await both(two, { require_api_token_auth: true });
    const token = async (integrated_account_id: string | null) =>
      (await gateway.api('POST', '/api-token', { name: 'laptop', integrated_account_id })).body.token;
    const statuses = [];
    for (const id of [ids.us, ids.eu, null])
      statuses.push(
        (await gateway.mcp(body.url, 'tools/list', {}, { authorization: `Bearer ${await token(id)}` })).status,
      );
    expect(statuses).toEqual([401, 401, 200]);
  });
});
