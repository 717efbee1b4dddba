import { expect, test } from 'vitest';
import { intercom } from '../../../intercom/catalog.ts';
import { heroTools } from '../../../intercom/workflows.ts';
import { type AnthropicToolsOptions, anthropicConnector, anthropicTools } from '../../../runtime/agents/index.ts';
import { record } from '../../support/recorder.ts';
import { things } from './support/things.ts';

const nobody = { exchange: () => Promise.reject(new Error('nobody is called')) };

test('with a tool search all but the most used are loaded when they are found', async () => {
  const { tools: listed } = await anthropicTools({ ...intercom, client: nobody, toolSearch: 'bm25' });
  const [search, ...others] = listed;
  expect(search).toEqual({ type: 'tool_search_tool_bm25_20251119', name: 'tool_search_tool_bm25' });
  const atHand = others.filter((tool) => !('defer_loading' in tool)).map(({ name }) => name);
  expect(atHand.toSorted()).toEqual(heroTools.toSorted());
  const plain = await anthropicTools({ ...intercom, client: nobody });
  expect(JSON.stringify(plain.tools)).not.toContain('defer_loading');
});

test('a search that there is not is refused', async () => {
  const toolSearch: unknown = 'words';
  const options = { ...intercom, client: nobody, toolSearch } as AnthropicToolsOptions;
  await expect(anthropicTools(options)).rejects.toThrow('toolSearch cannot be "words"');
});

test('what a request sends of a tool is its definition alone', async () => {
  const { tools: listed } = await anthropicTools({ ...things, client: nobody });
  const [sent] = JSON.parse(JSON.stringify(listed));
  expect(Object.keys(sent).sort()).toEqual(['description', 'input_schema', 'name', 'type']);
});

test('calls of toolsets and of servers are somebody else’s', async () => {
  const { answer } = await anthropicTools({ ...things, client: nobody });
  const call = { id: '1', name: 'get_thing', input: {} };
  expect(
    await answer([
      { type: 'text' },
      { type: 'server_tool_use', ...call },
      { type: 'mcp_tool_use', ...call },
      { type: 'tool_use', toolset_name: 'browser', ...call },
    ] as { type: string }[]),
  ).toEqual([]);
});

test('calls side by side are answered in their order, each as what it came to', async () => {
  await using upstream = await record(async ({ pathname }) => {
    if (pathname === '/things/2') return { status: 404, body: { type: 'error.list', errors: [] } };
    return { body: { id: pathname } };
  });
  const { answer } = await anthropicTools({ ...things, client: upstream.client });
  const call = (id: string, name: string, input: object) => ({ type: 'tool_use', id, name, input });
  const results = await answer([
    call('a', 'get_thing', { thing_id: 2 }),
    call('b', 'get_thing', { thing_id: 1 }),
    call('c', 'get_things', {}),
  ]);
  expect(results.map(({ tool_use_id, is_error }) => [tool_use_id, is_error])).toEqual([
    ['a', true],
    ['b', undefined],
    ['c', true],
  ]);
});

const url = 'https://gateway.example/mcp/1';

test('a server is called with all of its tools', () => {
  expect(anthropicConnector({ ...intercom, url })).toEqual({
    betas: ['mcp-client-2026-09-15'],
    mcp_servers: [{ type: 'url', url, name: 'intercom' }],
    tools: [{ type: 'mcp_toolset', mcp_server_name: 'intercom' }],
  });
});

test('or with some, by a token, under a name, found by a search', () => {
  const connector = anthropicConnector({
    ...intercom,
    ...{ url, token: 'secret', name: 'desk', toolSearch: 'regex' },
    filter: { methods: ['list_all_intercom_articles_search', 'get_single_intercom_me'] },
  });
  expect(connector.mcp_servers).toEqual([{ type: 'url', url, name: 'desk', authorization_token: 'secret' }]);
  expect(connector.tools).toEqual([
    { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
    {
      type: 'mcp_toolset',
      mcp_server_name: 'desk',
      default_config: { enabled: false, defer_loading: true },
      configs: {
        get_single_intercom_me: { enabled: true },
        list_all_intercom_articles_search: { enabled: true, defer_loading: false },
      },
    },
  ]);
});

test.each([
  [{ url: 'http://127.0.0.1:4000/mcp' }, /does not begin with https/],
  [{ url: '' }, /does not begin with https/],
  [{ url, filter: { methods: ['reed'] } }, /"reed" is unknown/],
  [{ url, toolSearch: 'words' }, /toolSearch cannot be/],
])('a connector of %j is refused', (options, message) => {
  const wrong: unknown = { ...intercom, ...options };
  expect(() => anthropicConnector(wrong as Parameters<typeof anthropicConnector>[0])).toThrow(message);
});
