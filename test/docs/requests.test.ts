import { parseArgs } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { hostIntercom } from '../../intercom/hosting.ts';
import { hostApi } from '../../runtime/hosting/host-api.ts';
import { ADMIN_KEY, PUBLIC_URL, testGateway } from '../gateway/support/gateway.ts';
import { commandsOf } from './support/commands-of.ts';
import { blocksOf } from './support/pages.ts';

/** An app at Intercom, which links to connect a workspace need. */
const APP = {
  field: 'access_token',
  clientId: 'app',
  clientSecret: 'secret',
  authorizeUrl: 'http://localhost/oauth',
  tokenUrl: 'http://localhost/auth/eagle/token',
};

/** An API like that of the pages. */
const acme = hostApi({
  ...{ apiVersion: '1', catalog: [], loadTool: async () => undefined, modules: {}, groups: {} },
  answerTypes: async () => ({ types: {}, answers: {} }),
  profile: {
    ...{ id: 'acme', name: 'Acme' },
    connection: {
      addresses: { default: 'https://acme.example.test' },
      authentication: { schemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } }, requirements: [['key']] },
    },
  },
});
const intercom = hostIntercom({ addresses: { us: 'http://localhost:1', eu: 'http://localhost:2' }, login: APP });
const gateway = await testGateway({ apis: [intercom, acme] });
afterAll(() => gateway[Symbol.asyncDispose]());

const account = await gateway.account('One');
const other = await gateway.account('Two');
const { row } = await gateway.server(account);

/** What stands in the pages for ids that a reader has. */
const ids: Readonly<Record<string, string>> = { ACCOUNT_ID: account, OTHER_ID: other, MCP_ID: row.id };

/** A line of curl as a request to the gateway, with ids that there are. */
function requestOf(words: readonly string[]): Request {
  const filled = words.map((word) => word.replaceAll(/\b(?:ACCOUNT|OTHER|MCP)_ID\b/g, (name) => ids[name] ?? name));
  const { values, positionals } = parseArgs({
    args: filled.slice(1),
    allowPositionals: true,
    options: {
      silent: { type: 'boolean', short: 's' },
      header: { type: 'string', short: 'H', multiple: true, default: [] },
      data: { type: 'string', short: 'd' },
      request: { type: 'string', short: 'X' },
    },
  });
  const [address = '', ...rest] = positionals;
  if (rest.length > 0) throw new Error(`curl takes ${rest.join(' ')} for further addresses.`);
  const headers = new Headers();
  for (const line of values.header) headers.append(line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1));
  expect(headers.get('authorization')).toMatch(/^Bearer/);
  headers.set('authorization', `Bearer ${ADMIN_KEY}`);
  const method = values.request ?? (values.data === undefined ? 'GET' : 'POST');
  const { pathname, search } = new URL(address, PUBLIC_URL);
  return new Request(`${PUBLIC_URL}${pathname}${search}`, { method, headers, body: values.data ?? null });
}

const requests = blocksOf('sh')
  .filter(({ text }) => /^curl /m.test(text))
  .flatMap(commandsOf)
  .filter(({ words: [name] }) => name === 'curl')
  .map(({ block, words }) => ({ words, name: `${block.page}:${block.line} ${words.join(' ').slice(0, 60)}` }));

describe('a request that a page shows is answered', () => {
  test.each(requests)('$name', async ({ words }) => {
    const response = await gateway.gateway.fetch(requestOf(words));
    expect(await response.text()).not.toMatch(/"error":\{"code"/);
    expect(response.status).toBeLessThan(300);
  });

  test('there are several', () => {
    expect(requests.length).toBeGreaterThan(8);
  });
});
