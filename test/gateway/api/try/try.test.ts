import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { createSandbox } from '../../../../sandbox/index.ts';
import { ADMIN_KEY, PUBLIC_URL, testGateway } from '../../support/gateway.ts';
import { describedApi } from '../support/contract.ts';

const TAGS = 'list_all_intercom_tags';

/** A gateway over a workspace that says what it was asked. */
async function trying(options: Parameters<typeof testGateway>[0] = {}) {
  const sandbox = createSandbox({ rateLimit: 1_000_000 });
  const asked: string[] = [];
  const gateway = await testGateway({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return sandbox.fetch(request);
    },
    ...options,
  });
  const id = await gateway.account();
  const api = await describedApi(gateway);
  const attempt = (body: unknown, headers?: Readonly<Record<string, string>>) =>
    api('POST', `/integrated-account/${id}/try`, body, headers);
  asked.length = 0;
  return { gateway, id, api, attempt, asked, [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose]() };
}

describe('trying a tool', () => {
  test("shows what a model gets beside Intercom's answer to one request", async () => {
    await using made = await trying();
    const { gateway, id, attempt, asked, api } = made;
    const { status, body } = await attempt({ tool: TAGS });
    expect(status).toBe(200);
    expect(asked).toEqual(['GET /tags']);
    expect(body).toMatchObject({ status: 'ok', repairs: [], raw: { truncated: false }, model: { truncated: false } });
    const { url } = await gateway.server(id, { tools: [TAGS] });
    const called = await gateway.mcp(url, 'tools/call', { name: TAGS, arguments: {} });
    const content = called.message.result?.content as { text: string }[];
    expect(body.model.text).toBe(content.map(({ text }) => text).join('\n'));
    expect(JSON.parse(body.raw.text)).toMatchObject({ type: 'list', data: expect.any(Array) });
    for (const { text, tokens_estimate } of [body.model, body.raw]) {
      const exact = countTokens(text);
      expect(Math.abs(tokens_estimate - exact)).toBeLessThan(0.25 * exact);
    }
    const { result } = (await api('GET', `/audit?action=tools/call&actor=admin_key:environment`)).body;
    expect(result).toEqual([
      expect.objectContaining({
        ...{ tool: TAGS, status: 'ok', mcp_id: null, integrated_account_id: id },
        ...{ upstream_status: 200, actor_name: 'environment' },
      }),
    ]);
    // The call through the server is counted, and what was tried is not.
    expect((await api('GET', '/usage')).body.total.calls).toBe(1);
  });

  test('says what was repaired, and what was wrong', async () => {
    await using made = await trying();
    const search = 'list_all_intercom_search_contacts';
    const repaired = await made.attempt({
      tool: search,
      arguments: { query: { field: 'created_at', operator: '>', value: '2026-01-01' } },
    });
    expect(repaired.body).toMatchObject({ status: 'ok', repairs: [expect.stringContaining('query.value')] });
    made.asked.length = 0;
    const wrong = await made.attempt({ tool: search, arguments: { query: 5 } });
    expect(wrong).toMatchObject({ status: 200, body: { status: 'invalid_input', raw: null } });
    expect(wrong.body.model.text).toContain('query');
    const missing = await made.attempt({
      tool: 'get_single_intercom_conversation_by_id',
      arguments: { conversation_id: '1' },
    });
    expect(missing.body).toMatchObject({ status: 'upstream_error', raw: null });
    expect(made.asked).toEqual(['GET /conversations/1']);
  });

  test.for([
    ['intercom_conversations_reply', 'changes something'],
    ['list_all_intercom_tagz', 'Did you mean "list_all_intercom_tags"'],
    ['', ''],
    ['x'.repeat(129), ''],
  ])('refuses the tool %s, and asks nothing', async ([tool, says]) => {
    await using made = await trying();
    const { status, body } = await made.attempt({ tool, arguments: {} });
    expect({ status, field: body.error.field }).toEqual({ status: 400, field: 'tool' });
    expect(body.error.message).toContain(says);
    expect(made.asked).toEqual([]);
    for (const args of [[], 'x', null])
      expect((await made.attempt({ tool: TAGS, arguments: args })).body.error.field).toBe('arguments');
  });

  test('is for admins and operators of the account', async () => {
    await using made = await trying();
    const { api, attempt, id, gateway } = made;
    const other = await gateway.account('Other');
    const as = async (body: object) => {
      const { key } = (await api('POST', '/admin-key', { name: JSON.stringify(body), ...body })).body;
      return (await attempt({ tool: TAGS }, { authorization: `Bearer ${key}` })).status;
    };
    expect(await as({ role: 'operator', integrated_account_ids: [id] })).toBe(200);
    expect(await as({ role: 'operator', integrated_account_ids: [other] })).toBe(403);
    expect(await as({ role: 'auditor' })).toBe(403);
  });

  test('counts for the limit of the account, together with its servers', async () => {
    await using made = await trying({ accountLimit: 2 });
    const { gateway, id, attempt } = made;
    const { url } = await gateway.server(id);
    expect((await gateway.mcp(url, 'tools/list')).status).toBe(200);
    expect((await attempt({ tool: TAGS })).status).toBe(200);
    const limited = await attempt({ tool: TAGS });
    expect(limited).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } });
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await gateway.mcp(url, 'tools/list')).status).toBe(429);
  });

  test('of one account goes on four at a time', async () => {
    const { promise: open, resolve } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const sandbox = createSandbox({ rateLimit: 1_000_000 });
    let waiting = 0;
    await using made = await trying({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        if (new URL(request.url).pathname === '/tags') {
          waiting += 1;
          if (waiting === 4) arrive();
          await open;
        }
        return sandbox.fetch(request);
      },
    });
    const four = Array.from({ length: 4 }, () => made.attempt({ tool: TAGS }));
    await arrived;
    expect((await made.attempt({ tool: TAGS })).status).toBe(429);
    resolve();
    expect((await Promise.all(four)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await made.attempt({ tool: TAGS })).status).toBe(200);
  });

  test("cuts long texts and says so, also Intercom's, and answers JSON alone", async () => {
    const names = Array.from({ length: 3000 }, (_, index) => ({
      type: 'tag',
      id: String(index),
      name: `<script>😀${index}`,
    }));
    await using made = await trying({
      fetch: async (input, init) => {
        const { pathname } = new URL(new Request(input, init).url);
        if (pathname === '/me') return createSandbox().fetch(new Request(input, init));
        return Response.json(
          { type: 'list', data: names },
          { headers: { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '7' } },
        );
      },
    });
    const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' };
    const response = await made.gateway.gateway.fetch(
      new Request(`${PUBLIC_URL}/integrated-account/${made.id}/try`, {
        ...{ method: 'POST', headers, body: JSON.stringify({ tool: TAGS }) },
      }),
    );
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const { raw } = await response.json();
    expect(raw).toMatchObject({ truncated: true });
    expect(raw.text.length).toBeGreaterThan(99_990);
    expect(raw.text.length).toBeLessThanOrEqual(100_000);
    expect(raw.text.isWellFormed()).toBe(true);
    const exact = countTokens(JSON.stringify({ type: 'list', data: names }));
    expect(Math.abs(raw.tokens_estimate - exact)).toBeLessThan(0.3 * exact);
    await made.gateway.gateway.context.accountUse.flush();
    expect((await made.api('GET', `/integrated-account/${made.id}`)).body).toMatchObject({
      last_used_at: '2026-11-25T12:00:00.000Z',
      budget: { limit: 100, remaining: 7, reset_at: null, seen_at: '2026-11-25T12:00:00.000Z' },
    });
  });
});
