import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { intercom } from '../../../intercom/catalog.ts';
import { serveHttp } from '../../../runtime/mcp/node.ts';
import { hasBrowser, startBrowser } from '../../gateway/support/browser.ts';
import type { Browser } from '../../judges/browser.ts';
import { serveLoopback } from '../../support/serve-loopback.ts';

const idle = { exchange: () => Promise.reject(new Error('no call was expected')) };

/** What a page gets that initializes, lists the tools and asks without the token, or why it gets nothing. */
async function useServer({ url, token }: { url: string; token: string }) {
  const post = (method: string, params: object, headers: Record<string, string>) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'mcp-protocol-version': '2025-11-25', ...headers },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
  const known = { authorization: `Bearer ${token}` };
  const hello = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'page', version: '1' } };
  try {
    const initialized = await (await post('initialize', hello, known)).json();
    const listed = await (await post('tools/list', {}, known)).json();
    const refused = await post('tools/list', {}, {});
    return {
      protocol: initialized.result.protocolVersion,
      tools: listed.result.tools.length,
      refusal: [refused.status, refused.headers.get('www-authenticate')],
    };
  } catch (error) {
    return String(error);
  }
}

describe.skipIf(!hasBrowser)('a page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser(['--host-resolver-rules=MAP *.example 127.0.0.1']);
  });
  afterAll(() => browser?.close());

  async function asPageOf(name: string, of: (origin: string) => readonly string[]) {
    await using site = await serveLoopback((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Page</title>');
    });
    const origin = `http://${name}:${new URL(site.url).port}`;
    await using server = await serveHttp({ ...intercom, client: idle, token: 'abc', allowedOrigins: of(origin) });
    const page = await browser.newPage();
    await page.goto(origin);
    // Both servers end with this function.
    return await page.evaluate(useServer, { url: server.url, token: 'abc' });
  }

  test('of an allowed origin uses the tools, and reads why it is refused', async () => {
    expect(await asPageOf('app.example', (origin) => [origin])).toEqual({
      protocol: '2025-11-25',
      tools: intercom.catalog.length,
      refusal: [401, expect.stringContaining('Bearer')],
    });
  });

  test('of any other origin gets nothing', async () => {
    expect(await asPageOf('evil.example', () => ['http://app.example', 'localhost', '127.0.0.1'])).toContain(
      'TypeError',
    );
  });
});
