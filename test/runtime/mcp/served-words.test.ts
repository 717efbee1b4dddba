import { describe, expect, test } from 'vitest';
import { catalog, intercom } from '../../../intercom/catalog.ts';
import { createClient } from '../../../intercom/client.ts';
import type { McpServerOptions } from '../../../runtime/mcp/index.ts';
import { createDiscovery } from '../../../runtime/mcp/index.ts';
import { testSandbox } from '../../sandbox/support/sandbox.ts';
import { type Connect, connections } from './support/session.ts';

async function open(connect: Connect, setup: Partial<McpServerOptions>) {
  const sandbox = testSandbox();
  const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch: sandbox.fetch });
  return connect({ ...intercom, client, ...setup });
}

const tags = { methods: ['get_single_intercom_tag_by_id', 'delete_a_intercom_tag_by_id'] };
const unknown = { tag_id: '999' };

const overStdio = Object.entries(connections).filter(([name]) => name.endsWith('stdio'));

describe.each(overStdio)('what a filtered server says, %s', (_, connect) => {
  const start = (setup: Partial<McpServerOptions>) => open(connect, setup);

  test('an error leads to a tool that is served', async () => {
    await using session = await start({});
    const { content } = await session.result('get_single_intercom_tag_by_id', unknown);
    expect(JSON.stringify(content)).toContain('Find tags with list_all_intercom_tags.');
  });

  test('and to none that is not', async () => {
    await using session = await start({ filter: tags });
    const { content } = await session.result('get_single_intercom_tag_by_id', unknown);
    expect(JSON.stringify(content)).toContain('Correct tag_id: no such tag exists');
    expect(JSON.stringify(content)).not.toContain('list_all_intercom_tags');
  });

  test('neither does its list, nor what discovery finds', async () => {
    const others = catalog.map(({ name }) => name).filter((name) => !tags.methods.includes(name));
    await using listed = await start({ filter: tags });
    const list = JSON.stringify(await listed.client.listTools());
    expect(list).toContain('delete_a_intercom_tag_by_id');
    expect(others.filter((name) => list.includes(`${name}`))).toEqual([]);
    await using found = await start({
      filter: { methods: ['list_all_intercom_conversations', 'create_a_intercom_conversation'] },
      toolbox: createDiscovery({ profile: intercom.profile, from: catalog }),
    });
    const { content } = await found.result('search_tools', { query: 'list conversations' });
    expect(JSON.stringify(content)).toContain('list_all_intercom_conversations');
    expect(JSON.stringify(content)).not.toContain('search_conversations');
  });

  test('a look-up by a name that no company has is an empty list with a word about it', async () => {
    await using session = await start({});
    const { content, isError } = await session.result('list_all_intercom_companies', { name: 'Juniper' });
    expect(isError).not.toBe(true);
    expect(JSON.parse(JSON.stringify(content))).toEqual([
      { type: 'text', text: '{"result":[],"next_cursor":null}' },
      {
        type: 'text',
        text: expect.stringMatching(/No company has exactly this name.*list_all_intercom_companies_list/),
      },
    ]);
  });

  test('the tool of a contact that is not there is still an error', async () => {
    await using session = await start({});
    const { isError } = await session.result('list_all_intercom_contact_tags', {
      contact_id: 'ffffffffffffffffffffffff',
    });
    expect(isError).toBe(true);
  });
});
