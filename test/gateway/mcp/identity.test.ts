import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { serverIdentity } from '../../../gateway/mcp/server-identity.ts';
import { intercomProfile } from '../../../intercom/profile.ts';
import { asker, eras, legacy } from '../support/eras.ts';
import { testGateway } from '../support/gateway.ts';
import { anAccount } from '../support/rows.ts';

const opening = z.looseObject({
  instructions: z.string(),
  serverInfo: z.looseObject({ name: z.string(), title: z.string(), description: z.string() }).optional(),
  _meta: z.looseObject({}).optional(),
});

describe.each(eras)('$revision', (era) => {
  test('servers of two workspaces, and two of one, are told apart by their names and instructions', async () => {
    await using gateway = await testGateway();
    const ask = asker(gateway, era);
    const [acme, other] = [await gateway.account('Acme EU'), await gateway.account('Фернхилл')];
    const servers = [await gateway.server(acme), await gateway.server(acme), await gateway.server(other)];
    const told = [];
    for (const { url } of servers) {
      const { message } =
        era === legacy
          ? await ask(url, 'initialize', {
              protocolVersion: '2025-11-25',
              capabilities: {},
              clientInfo: { name: 'test', version: '1' },
            })
          : await ask(url, 'server/discover');
      const { instructions, serverInfo, _meta } = opening.parse(message.result);
      const info = serverInfo ?? Object(_meta?.['io.modelcontextprotocol/serverInfo']);
      told.push({ instructions, ...info });
    }
    expect(new Set(told.map(({ name }) => name)).size).toBe(3);
    expect(told[0]).toMatchObject({
      name: expect.stringMatching(/^intercom-acme-eu-support-[0-9a-f]{4}$/),
      title: 'Acme EU: Support',
      description: 'Tools of Intercom in the workspace Acme EU',
      instructions: expect.stringMatching(
        /^This is the Intercom workspace "Acme EU" \(its own name "Fernhill[^\n]*region us\)/,
      ),
    });
    expect(told[2]).toMatchObject({
      name: expect.stringMatching(/^intercom-support-[0-9a-f]{4}$/),
      title: 'Фернхилл: Support',
      instructions: expect.stringContaining('workspace "Фернхилл"'),
    });
  });
});

test('a name is one for machines whatever the operator wrote, and stays within 64 characters', () => {
  const id = '3f2a1b00-0000-4000-8000-000000000000';
  const api = { parts: [], profile: intercomProfile };
  const account = anAccount('a', { label: 'L'.repeat(500) });
  for (const name of ['', '../../<script>', 'n'.repeat(500), 'é\u202e\n']) {
    expect(serverIdentity({ id, name }, api, [account]).name).toMatch(/^[a-z][a-z0-9-]{0,63}$/);
  }
});

test('a server takes a prefix for its tools, the audit log keeps their own names, and one that is too long is refused', async () => {
  await using gateway = await testGateway();
  const account = await gateway.account();
  const create = (config: object) =>
    gateway.api('POST', `/integrated-account/${account}/mcp`, { name: 'Support', config });
  const made = await create({ tags: ['admins'], prefix: 'acme_' });
  expect(made).toMatchObject({ status: 201, body: { config: { prefix: 'acme_' } } });
  const name = 'acme_get_single_intercom_me';
  const { message } = await gateway.mcp(made.body.url, 'tools/call', { name, arguments: {} });
  expect(JSON.stringify(message.result)).toContain('Fernhill');
  const { body } = await gateway.api('GET', `/integrated-account/${account}/audit?action=tools/call`);
  expect(body.result.map(({ tool }: { tool: string }) => tool)).toEqual(['get_single_intercom_me']);
  for (const prefix of ['two words', 'a-prefix-for-names'])
    expect(await create({ prefix })).toMatchObject({ status: 400, body: { error: { field: 'config.prefix' } } });
  const path = `/integrated-account/${account}/mcp/${made.body.id}`;
  const longer = { config: { tags: null, prefix: 'a-prefix-for-names' } };
  expect(await gateway.api('PATCH', path, longer)).toMatchObject({
    status: 400,
    body: { error: { field: 'config.prefix' } },
  });
  expect(await gateway.api('PATCH', path, { config: { prefix: null } })).toMatchObject({ status: 200 });
  expect((await gateway.mcp(made.body.url, 'tools/call', { name, arguments: {} })).message.error).toMatchObject({
    code: -32602,
  });
});
