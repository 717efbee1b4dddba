import { describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../../sandbox/index.ts';
import { caller, type Extras, eras, toolResult } from '../support/eras.ts';
import { testGateway } from '../support/gateway.ts';

/** Two workspaces that take one token each, and are told apart by it alone: a mix-up of accounts shows. */
function twoWorkspaces() {
  const a = createSandbox({ seed: 1, token: 'token-of-a', rateLimit: 1_000_000 });
  const b = createSandbox({ seed: 2, token: 'token-of-b', rateLimit: 1_000_000 });
  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    return (request.headers.get('authorization') === 'Bearer token-of-a' ? a : b).fetch(request);
  };
  return { a, b, fetch: send };
}

/** The addresses of those contacts that have one, by id. */
function emailsOf(sandbox: Sandbox): Map<string, string> {
  const rows: { id?: unknown; email?: unknown }[] = Object.values(sandbox.snapshot().contacts ?? {});
  return new Map(rows.flatMap(({ id, email }) => (typeof email === 'string' ? [[String(id), email] as const] : [])));
}

const CALLS = 1000;

describe('control 7: what belongs to one account never reaches another', () => {
  test(`${CALLS} calls of two accounts, interleaved and in both revisions, are answered by their own workspace`, async () => {
    const { a, b, fetch } = twoWorkspaces();
    await using made = await testGateway({ fetch });
    const accounts = [await made.account('A', 'token-of-a'), await made.account('B', 'token-of-b')];
    const calls = eras.map((era) => caller(made, era));
    const tenants: { url: string; given: Extras; contacts: Map<string, string> }[] = [];
    for (const [index, sandbox] of [a, b].entries()) {
      const account = accounts[index] ?? '';
      const { body } = await made.api('POST', '/api-token', { name: 'laptop', integrated_account_id: account });
      const contacts = emailsOf(sandbox);
      const given = { headers: { authorization: `Bearer ${body.token}` } };
      for (const config of [{}, { require_api_token_auth: true }])
        tenants.push({ url: (await made.server(account, config)).url, given, contacts });
    }
    const ids = tenants.map(({ contacts }) => [...contacts.keys()]);
    const seen: [string, string | undefined][] = [];
    let next = 0;
    const client = async (): Promise<void> => {
      for (let index = next++; index < CALLS; index = next++) {
        const tenant = tenants[index % tenants.length];
        const own = ids[index % tenants.length] ?? [];
        const id = own[Math.floor(index / tenants.length) % own.length];
        const call = calls[index % 3 === 0 ? 0 : 1];
        if (tenant === undefined || id === undefined || call === undefined) throw new Error('there are that many');
        const { text } = toolResult(await call(tenant.url, 'get_single_intercom_contact_by_id', { id }, tenant.given));
        seen.push([JSON.parse(text).email, tenant.contacts.get(id)]);
      }
    };
    // So many at once as an account may have.
    await Promise.all(Array.from({ length: 100 }, client));
    expect(seen).toHaveLength(CALLS);
    expect(seen.map(([email]) => email)).toEqual(seen.map(([, own]) => own));
    expect(new Set(seen.map(([email]) => email)).size).toBeGreaterThan(90);

    await made.gateway.context.audit.flush();
    const counted = await made.store.db
      .selectFrom('audit')
      .select(({ fn }) => ['account_id', 'server_id', fn.countAll<number>().as('calls')])
      .where('action', '=', 'tools/call')
      .where('status', '=', 'ok')
      .groupBy(['account_id', 'server_id'])
      .execute();
    expect(counted.map(({ account_id, calls: count }) => [account_id, count]).sort()).toEqual(
      [...accounts, ...accounts].sort().map((id) => [id, CALLS / 4]),
    );
  });
});

describe.each(eras)('control 7: an id of another workspace leads nowhere, in $revision', (era) => {
  test('for its contact', async () => {
    const { a, fetch } = twoWorkspaces();
    await using made = await testGateway({ fetch });
    const [ofA, ofB] = [await made.account('A', 'token-of-a'), await made.account('B', 'token-of-b')];
    const urls = [(await made.server(ofA)).url, (await made.server(ofB)).url];
    // Those behind the cast, whose ids are the same in all sample workspaces.
    const id = Object.keys(a.snapshot().contacts ?? {}).at(-1);
    const results = urls.map(async (url) =>
      toolResult(await caller(made, era)(url, 'get_single_intercom_contact_by_id', { id })),
    );
    expect((await Promise.all(results)).map(({ isError }) => isError)).toEqual([false, true]);
  });
});
