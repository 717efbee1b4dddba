import { describe, expect, test } from 'vitest';
import { newToken } from '../../../gateway/secrets/tokens.ts';
import { PUBLIC_URL, testGateway } from '../support/gateway.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

describe('who opens the address of an MCP server in a browser', () => {
  test('reads what it is, and the very same of every address, whatever became of its server', async () => {
    await using made = await testGateway();
    const account = await made.account('Very secret name');
    const alive = await made.server(account);
    const factor = await made.server(account, { require_api_token_auth: true });
    const guarded = await made.server(account, { allowed_addresses: ['192.0.2.0/24'] });
    const revoked = await made.server(account);
    await made.api('DELETE', `/integrated-account/${account}/mcp/${revoked.row.id}`);
    // A look into the store would take longer, or fail, for some of them.
    await made.store.close();
    const whole = async (url: string) => {
      const response = await made.gateway.fetch(new Request(url, { headers: { accept: BROWSER } }));
      return { status: response.status, headers: [...response.headers], text: await response.text() };
    };
    const page = await whole(alive.url);
    const addresses = [
      ...[factor.url, guarded.url, revoked.url, `${PUBLIC_URL}/mcp/${alive.row.id}`, `${PUBLIC_URL}/mcp`],
      ...[`${PUBLIC_URL}/mcp/${newToken('server')}`, `${PUBLIC_URL}/mcp/x`, `${PUBLIC_URL}/mcp/`, `${alive.url}/`],
      ...[`${alive.url}?a=b`, `${PUBLIC_URL}/mcp/%3Cscript%3E`],
    ];
    for (const url of addresses) expect([url, await whole(url)]).toEqual([url, page]);
    expect(page.status).toBe(200);
    for (const word of [/like a password/, /Claude Code/, /Cursor/, /VS Code/, /connector/])
      expect(page.text).toMatch(word);
    for (const secret of [alive.token, alive.row.id, 'Very secret', account, PUBLIC_URL])
      expect(page.text).not.toContain(secret);
    expect(page.text).not.toContain('<script');
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'content-type': expect.stringMatching(/^text\/html/),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      ...{ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' },
      ...{ 'x-frame-options': 'DENY', 'cross-origin-resource-policy': 'same-origin' },
    });
  });

  test.for<[string, string, Record<string, string>, number]>([
    ['a client that opens a stream', 'GET', { accept: 'text/event-stream' }, 405],
    ['a client that takes both', 'GET', { accept: 'application/json, text/event-stream' }, 405],
    ['a program that takes anything', 'GET', { accept: '*/*' }, 405],
    ['a program that says nothing', 'GET', {}, 405],
    ['a client that would take HTML as well', 'GET', { accept: 'text/event-stream, text/html;q=0.9' }, 405],
    ['a client that ends a session', 'DELETE', { accept: BROWSER }, 405],
    ['a browser that looks first', 'HEAD', { accept: BROWSER }, 200],
  ])('is not %s', async ([, method, headers, status]) => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account());
    const response = await made.gateway.fetch(new Request(url, { method, headers }));
    expect(response.status).toBe(status);
    if (status === 405) expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  });

  test('sends a form to nobody: what is posted is for MCP', async () => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account());
    const headers = { accept: BROWSER, 'content-type': 'application/x-www-form-urlencoded' };
    const response = await made.gateway.fetch(new Request(url, { method: 'POST', headers, body: 'a=b' }));
    expect(response.status).toBe(415);
  });
});
