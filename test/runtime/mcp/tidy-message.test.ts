import { expect, test } from 'vitest';
import { tidyMessage } from '../../../runtime/mcp/tidy-message.ts';

function call(params: unknown) {
  return { jsonrpc: '2.0', id: 1, method: 'tools/call', params };
}

test.each<[string, { given: unknown; want: unknown }]>([
  ['no parameters', { given: call(null), want: { jsonrpc: '2.0', id: 1, method: 'tools/call' } }],
  ['a cursor', { given: call({ cursor: null }), want: call({}) }],
  [
    'arguments and what is told of the request',
    { given: call({ name: 'a', arguments: null, _meta: null }), want: call({ name: 'a' }) },
  ],
  ['a token of progress', { given: call({ _meta: { progressToken: null, a: 1 } }), want: call({ _meta: { a: 1 } }) }],
  [
    'capabilities that a client has not',
    {
      given: call({
        capabilities: { roots: null, elicitation: { form: null } },
        clientInfo: { name: 'a', title: null },
      }),
      want: call({ capabilities: { elicitation: {} }, clientInfo: { name: 'a' } }),
    },
  ],
  [
    "a tool's own arguments stay",
    {
      given: call({ name: 'a', arguments: { a: null, b: { c: null } } }),
      want: call({ name: 'a', arguments: { a: null, b: { c: null } } }),
    },
  ],
  [
    "a person's answers stay",
    {
      given: call({ inputResponses: { q: { content: { a: null } } } }),
      want: call({ inputResponses: { q: { content: { a: null } } } }),
    },
  ],
  [
    'arguments as JSON text',
    { given: call({ name: 'a', arguments: '{"b":null}' }), want: call({ name: 'a', arguments: { b: null } }) },
  ],
  [
    'arguments that are another text',
    { given: call({ name: 'a', arguments: 'b' }), want: call({ name: 'a', arguments: 'b' }) },
  ],
  ['an answer', { given: { jsonrpc: '2.0', id: 1, result: null }, want: { jsonrpc: '2.0', id: 1, result: null } }],
  ['what is no message', { given: [null], want: [null] }],
  ['parameters that are none', { given: call([null]), want: call([null]) }],
])('%s', (_name, { given, want }) => {
  expect(tidyMessage(given)).toEqual(want);
});

test('a message that nests a hundred thousand levels is looked at near its top alone', () => {
  const deep: unknown = JSON.parse(`${'{"a":'.repeat(100_000)}null${'}'.repeat(100_000)}`);
  expect(tidyMessage(call(deep))).toMatchObject({ method: 'tools/call' });
});
