import { expect, test } from 'vitest';
import { createAccountClients } from '../../../gateway/accounts/account-clients.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { admins } from '../../../sandbox/model/people.ts';
import { cast } from '../../../sandbox/sample/cast.ts';
import { type TestGateway, testGateway } from '../support/gateway.ts';
import { anAccount } from '../support/rows.ts';

const tagging = { conversation_id: cast.conversations.refund, admin_id: 'Priya Nair', tag_id: 'vip' };

const WRITES = { methods: ['read' as const, 'write' as const] };

/** Calls a tool and answers all that a model reads. */
async function call(
  { mcp }: TestGateway,
  url: string,
  args: object = tagging,
  name = 'intercom_conversations_attach_tag',
) {
  const { message } = await mcp(url, 'tools/call', { name, arguments: args });
  return JSON.stringify(message.result ?? message.error);
}

test('what is known of an account is known to all of its servers, and to those of no other', async () => {
  const workspaces = ['one', 'two'].map(() => createSandbox({ rateLimit: 1_000_000 }));
  const priya = workspaces[1] && admins(workspaces[1].workspace).get(cast.admins.priya);
  if (priya !== undefined) Object.assign(priya, { name: 'Petra Novak', email: 'petra@two.example' });
  const asked: string[] = [];
  await using gateway = await testGateway({
    fetch: async (input, init) => {
      const token = new Headers(init?.headers).get('authorization') ?? '';
      asked.push(`${token.slice(7)} ${new URL(String(input)).pathname}`);
      return (token.endsWith('two') ? workspaces[1] : workspaces[0])?.fetch(input, init) ?? Response.error();
    },
  });
  const [one, two] = [await gateway.account('One', 'token-one'), await gateway.account('Two', 'token-two')];
  const [first, second, other] = [
    await gateway.server(one, WRITES),
    await gateway.server(one, WRITES),
    await gateway.server(two, WRITES),
  ];
  expect(await call(gateway, first.url)).toContain('Priya Nair');
  expect(await call(gateway, second.url)).toContain('became 149306');
  expect(asked.filter((line) => line === 'token-one /admins')).toHaveLength(1);
  const refused = await call(gateway, other.url);
  expect(refused).toContain('is no admin');
  expect(refused).toContain('Petra Novak');
  expect(refused.replaceAll('\\"Priya Nair\\" is no admin', '')).not.toContain('Priya');
  expect(await call(gateway, first.url, { ...tagging, admin_id: 'Petra Novak' })).not.toContain('petra@');
});

test('a server that may not list teammates resolves their names, and shows none', async () => {
  await using gateway = await testGateway();
  const { url } = await gateway.server(await gateway.account(), { ...WRITES, tags: ['conversations', 'tags'] });
  expect(await call(gateway, url)).toContain('admin_id: \\"Priya Nair\\" became 149306');
  const refused = await call(gateway, url, { ...tagging, admin_id: 'Priya' });
  expect(refused).toContain('\\"Priya\\" is no admin: give the id');
  expect(refused).not.toMatch(/Nair|Maya|149306/);
  // Whose list is served is shown.
  expect(await call(gateway, url, { ...tagging, tag_id: 'onbording' })).toContain('onboarding');
});

test('another credential, region, version or address of an account is another client, which knows nothing yet', async () => {
  await using gateway = await testGateway();
  const clientOf = createAccountClients(gateway.gateway.context);
  const account = anAccount('a', { credential: 'sealed', region: 'us', api_version: '2.16' });
  const first = clientOf(account);
  expect(clientOf({ ...account })).toBe(first);
  for (const change of [
    { id: 'b' },
    { credential: 'other' },
    { region: 'eu' },
    { api_version: '2.15' },
    { variables: '{}' },
  ])
    expect(clientOf({ ...account, ...change })).not.toBe(first);
  // Where it was changed and changed back, what was known is gone.
  const second = clientOf(account);
  expect(second).not.toBe(first);
  for (let count = 0; count < 200; count += 1) clientOf({ ...account, id: `other ${count}` });
  expect(clientOf(account)).not.toBe(second);
});
