import { describe, expect, test } from 'vitest';
import { twoWorkspaces } from '../support/two-workspaces.ts';
import { describedApi } from './support/contract.ts';

const two = await twoWorkspaces();
const { gateway, ids } = two;
const api = await describedApi(gateway);
const path = `/integrated-account/${ids.us}/mcp`;
const { body: server } = await api('POST', path, { name: 'Desk' });

const ARTICLE = 'list_all_intercom_articles';
const longest = 'x'.repeat(60);

/** What is wrong of a configuration, and the field that is to blame. */
const configs: readonly (readonly [string, object, string])[] = [
  ['an unknown key', { method: ['read'] }, 'config.method'],
  ['a method that is none', { methods: ['read', 'reed'] }, 'config.methods[1]'],
  ['no methods', { methods: [] }, 'config.methods'],
  ['methods that are no list', { methods: 'read' }, 'config.methods'],
  ['a tag that is none', { tags: ['contacts', 'articels'] }, 'config.tags[1]'],
  ['no tags', { tags: [] }, 'config.tags'],
  ['a tool that is none', { tools: [ARTICLE, 'x'] }, 'config.tools[1]'],
  ['a tool that methods leave out', { tools: [ARTICLE, 'create_a_intercom_article'] }, 'config.tools[1]'],
  ['a tool that tags leave out', { tags: ['contacts'], tools: [ARTICLE] }, 'config.tools[0]'],
  ['filters that keep nothing', { methods: ['delete'], tags: ['admins'] }, 'config'],
  ['a prefix that makes no name', { prefix: 'a b' }, 'config.prefix'],
  ['a prefix that makes names too long', { prefix: longest }, 'config.prefix'],
  ['an empty prefix', { prefix: '' }, 'config.prefix'],
  ['an address that is none', { allowed_addresses: ['10.0.0.1', '10.0.0.0/99'] }, 'config.allowed_addresses[1]'],
  ['a limit of nothing', { rate_limit: { requests: 0, seconds: 60 } }, 'config.rate_limit.requests'],
  ['a limit without its span', { rate_limit: { requests: 1 } }, 'config.rate_limit.seconds'],
  ['another way of asking', { confirm: 'always' }, 'config.confirm'],
  ['a mode that is none', { mode: 'program' }, 'config.mode'],
  ['a mode that is a switch', { mode: true }, 'config.mode'],
  ['no call for programs', { mode: 'code', code_calls: 0 }, 'config.code_calls'],
  ['too many calls for programs', { mode: 'code', code_calls: 1001 }, 'config.code_calls'],
  ['the old name of a mode as a text', { discovery: 'yes' }, 'config.discovery'],
  ['two modes', { discovery: true, mode: 'code' }, 'config.discovery'],
  ['a mode and that it is not', { discovery: false, mode: 'discovery' }, 'config.discovery'],
];

/** As {@link configs}, of what is beside a configuration. */
const others: readonly (readonly [string, object, string])[] = [
  ['an empty name', { name: ' ' }, 'name'],
  ['a name with a line break', { name: 'a\nb' }, 'name'],
  ['a time that is past', { expires_at: '2020-01-01T00:00:00Z' }, 'expires_at'],
  ['a time without an offset', { expires_at: '2030-01-01T00:00:00' }, 'expires_at'],
  ['an end after a second', { idle_timeout_seconds: 1 }, 'idle_timeout_seconds'],
  ['an owner that is a number', { owner: 7 }, 'owner'],
  ['an unknown key', { colour: 'red' }, 'colour'],
];

const accounts: readonly (readonly [string, object, string])[] = [
  ['an account that is none', { accounts: [ids.eu, 'nobody'] }, 'accounts[1]'],
  ['accounts that are no list', { accounts: ids.eu }, 'accounts'],
];

async function fieldOf(method: string, at: string, body: object): Promise<unknown> {
  const { status, body: answer } = await api(method, at, body);
  return { status, field: answer.error?.field };
}

describe('what is refused of a server names the field', () => {
  test.for(configs)('%s', async ([, config, field]) => {
    const refused = { status: 400, field };
    expect(await fieldOf('POST', path, { name: 'x', config })).toEqual(refused);
    expect(await fieldOf('POST', `${path}/preview`, { config })).toEqual(refused);
    expect(await fieldOf('PATCH', `${path}/${server.id}`, { config })).toEqual(refused);
  });

  test.for(others)('%s', async ([, more, field]) => {
    expect(await fieldOf('POST', path, { name: 'x', ...more })).toEqual({ status: 400, field });
    expect(await fieldOf('PATCH', `${path}/${server.id}`, more)).toEqual({ status: 400, field });
  });

  test.for(accounts)('%s', async ([, more, field]) => {
    expect(await fieldOf('POST', path, { name: 'x', ...more })).toEqual({ status: 400, field });
    expect(await fieldOf('POST', `${path}/preview`, more)).toEqual({ status: 400, field });
    expect(await fieldOf('PATCH', `${path}/${server.id}`, more)).toEqual({ status: 400, field });
  });

  test('that is switched on with something else than true or false', async () => {
    expect(await fieldOf('PATCH', `${path}/${server.id}`, { enabled: 1 })).toEqual({ status: 400, field: 'enabled' });
    expect(await fieldOf('POST', path, { config: {} })).toEqual({ status: 400, field: 'name' });
  });
});
