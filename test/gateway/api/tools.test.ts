import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import { testGateway } from '../support/gateway.ts';
import { describedApi } from './support/contract.ts';

const gateway = await testGateway();
const api = await describedApi(gateway);

describe('GET /tool', () => {
  test('answers all tools, and what filters of servers take', async () => {
    const { status, body } = await api('GET', '/tool');
    expect(status).toBe(200);
    expect(body.result).toHaveLength(catalog.length);
    expect(body.result.find(({ name }: { name: string }) => name === 'intercom_conversations_reply')).toEqual({
      ...{
        name: 'intercom_conversations_reply',
        api: 'intercom',
        title: expect.any(String),
        description: expect.any(String),
      },
      ...{ class: 'action', access: 'write', destructive: false, tags: ['conversations'], groups: ['support'] },
      ...{ tokens: expect.any(Number), personal_data: true },
      argument_names: expect.arrayContaining(['conversation_id', 'body']),
      former_names: [],
      ...{ method: 'POST', path: '/conversations/{conversation_id}/reply' },
    });
    const id = await gateway.account();
    for (const { name, tools } of [...body.tags, ...body.groups]) {
      const config = { methods: ['read', 'write'], tags: [name] };
      const { body: server } = await api('POST', `/integrated-account/${id}/mcp`, { name: 'x', config });
      expect({ name, tools: server.tools }).toEqual({ name, tools });
    }
  });

  test('is asked for again with its ETag, and the answer is that it is the same', async () => {
    const first = await api('GET', '/tool');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const again = await api('GET', '/tool', undefined, { 'if-none-match': etag });
    expect({ status: again.status, body: again.body }).toEqual({ status: 304, body: '' });
    expect(again.headers.get('etag')).toBe(etag);
    expect(again.headers.get('cache-control')).toBe('private, no-cache');
    expect((await api('GET', '/tool', undefined, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('is for every role, and for nobody without a key', async () => {
    const id = await gateway.account();
    for (const role of ['auditor', 'operator'] as const) {
      const accounts = role === 'operator' ? { integrated_account_ids: [id] } : {};
      const { body } = await api('POST', '/admin-key', { name: role, role, ...accounts });
      const authorization = `Bearer ${body.key}`;
      for (const path of ['/tool', '/tool/intercom_conversations_reply'])
        expect((await api('GET', path, undefined, { authorization })).status).toBe(200);
    }
    for (const path of ['/tool', '/tool/intercom_conversations_reply']) {
      const refused = await api('GET', path, undefined, { authorization: 'Bearer wrong' });
      expect(refused.status).toBe(401);
      expect(refused.headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('GET /tool/{name}', () => {
  test('answers its arguments, an example and its import', async () => {
    const { body } = await api('GET', '/tool/get_single_intercom_conversation_by_id');
    expect(body).toMatchObject({
      name: 'get_single_intercom_conversation_by_id',
      input_schema: { type: 'object', required: ['conversation_id'] },
      example: { arguments: { conversation_id: '123' } },
      import: { module: 'intercom-mcp-toolkit/intercom/tools/conversations' },
      pages: false,
      answer: 'json',
    });
    expect(body.arguments[0]).toEqual({ name: 'conversation_id', type: 'string', required: true, nullable: false });
  });

  test('answers every tool', async () => {
    for (const { name } of catalog) expect((await api('GET', `/tool/${name}`)).status).toBe(200);
  });

  test.for(['list_all_intercom_artcles_search', '__proto__', 'constructor', '%00', 'x'.repeat(5000), '%E0%A4%A'])(
    'refuses %s, and names the nearest one',
    async (name) => {
      const { status, body } = await api('GET', `/tool/${name}`);
      expect({ status, code: body.error.code }).toEqual({ status: 404, code: 'not_found' });
      if (name.startsWith('list')) expect(body.error.message).toContain('"list_all_intercom_articles_search"');
    },
  );
});
