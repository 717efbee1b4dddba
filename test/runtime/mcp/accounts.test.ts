import { expect, test } from 'vitest';
import { accountIn, accountsToolbox } from '../../../runtime/mcp/accounts.ts';
import { createDirectToolbox } from '../../../runtime/mcp/toolbox.ts';
import { catalog } from './support/catalog.ts';

const served = new Set(catalog.map(({ name }) => name));
const labels = ['Acme EU', 'Acme US', 'ACME us'];
const toolbox = accountsToolbox(createDirectToolbox(catalog), { labels, noun: 'workspace' }, served);

const read: [unknown, string | undefined][] = [
  [{ account: 'Acme EU' }, 'Acme EU'],
  [{ account: ' acme eu ' }, 'Acme EU'],
  // Exactly as it stands there, though another differs by its case alone.
  [{ account: 'ACME us' }, 'ACME us'],
  [{ account: 'acme us' }, undefined],
  [{ name: 'x', arguments: { account: 'Acme EU' } }, 'Acme EU'],
  // What stands beside the name decides.
  [{ account: 'Acme US', arguments: { account: 'Acme EU' } }, 'Acme US'],
  [{ account: 'nobody', arguments: { account: 'Acme EU' } }, undefined],
  [{ account: null }, undefined],
  [{ account: ['Acme EU'] }, undefined],
  [{ arguments: '{"account":"Acme EU"}' }, undefined],
  [{}, undefined],
  [null, undefined],
  ['Acme EU', undefined],
  [JSON.parse('{"__proto__":{"account":"Acme EU"}}'), undefined],
];

test.each(read)('%j is read as %j', (args, label) => {
  expect(accountIn(args, labels)).toBe(label);
  const resolve = () => toolbox.resolve('get_thing', args);
  if (label === undefined) expect(resolve).toThrow(/account/);
  else expect(resolve()).toMatchObject({ tool: 'get_thing' });
});

test('a tool gets its own arguments, and its answer says which account it was', () => {
  expect(toolbox.resolve('get_thing', { id: 7, account: 'Acme EU' })).toEqual({
    tool: 'get_thing',
    arguments: { id: 7 },
    note: 'This was in the workspace "Acme EU".',
  });
  expect(toolbox.resolve('get_thing', { id: 7, account: 'acme eu' })).toEqual({
    tool: 'get_thing',
    arguments: { id: 7 },
    note: 'This was in the workspace "Acme EU".',
  });
});

test('a name that no tool has is told before the account, which decides nothing about it', () => {
  expect(() => toolbox.resolve('get_thin', {})).toThrow('Unknown tool "get_thin". Did you mean "get_thing"?');
});

test('a tool with an argument of that name is refused when the server is made', () => {
  const taken = catalog.slice(0, 1).map((entry) => ({
    ...entry,
    inputSchema: { type: 'object' as const, properties: { account: { type: 'string' } } },
  }));
  expect(() => accountsToolbox(createDirectToolbox(taken), { labels, noun: 'account' }, served)).toThrow('of its own');
});
