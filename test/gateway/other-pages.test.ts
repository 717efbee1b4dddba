import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveGateway } from '../../gateway/index.ts';
import { hostIntercom } from '../../intercom/hosting.ts';
import type { Browser, BrowserContext } from '../judges/browser.ts';
import { serveLoopback } from '../support/serve-loopback.ts';
import { hasBrowser, startBrowser } from './support/browser.ts';
import { ADMIN_KEY, KEYS } from './support/gateway.ts';
import { openTestStore } from './support/open-test-store.ts';

/** A page into which somebody got their own markup. */
const PAGE = `<!doctype html><title>A dashboard</title><p id="text">text</p>
<script>window.injected = 'script';</script><img src="/none" onerror="window.injected = 'handler'">`;

describe.skipIf(!hasBrowser)('in a browser that is signed in', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await startBrowser();
    folder = await mkdtemp(join(tmpdir(), 'other-pages-'));
    await writeFile(join(folder, 'index.html'), PAGE);
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });

  /** A gateway that listens, and a browser that signed in to it by a page of its own. */
  async function startSignedIn() {
    await using opened = new AsyncDisposableStack();
    const store = opened.use(await openTestStore(':memory:'));
    const { url } = opened.use(
      await serveGateway({ apis: [hostIntercom()], store, keys: KEYS, adminKey: ADMIN_KEY, dashboard: folder }),
    );
    const context = await browser.newContext();
    opened.defer(() => context.close());
    const page = await context.newPage();
    await page.goto(url);
    const status = await page.evaluate(async (key) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/session', { method: 'POST', headers, body: JSON.stringify({ key }) })).status;
    }, ADMIN_KEY);
    expect(status).toBe(201);
    const everything = opened.move();
    return { url, store, context, page, [Symbol.asyncDispose]: () => everything.disposeAsync() };
  }

  /** A page of another port of this machine, which is of the same site. */
  async function openOther(context: BrowserContext) {
    const other = await serveLoopback((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>Another page</title>');
    });
    const page = await context.newPage();
    await page.goto(other.url);
    return { page, [Symbol.asyncDispose]: () => other[Symbol.asyncDispose]() };
  }

  test('a page of the gateway works with it, and runs no markup of others', async () => {
    await using made = await startSignedIn();
    const seen = await made.page.evaluate(async () => {
      const { csrf_token } = await (await fetch('/session/current')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf_token };
      const body = JSON.stringify({ name: 'x', integrated_account_id: null });
      const { status } = await fetch('/api-token', { method: 'POST', headers, body });
      return { status, cookie: document.cookie, injected: Object(window).injected };
    });
    expect(seen).toEqual({ status: 201, cookie: '', injected: undefined });
    const written = await made.page.evaluate(() => {
      const text = document.querySelector('#text');
      try {
        if (text) text.innerHTML = '<b>markup</b>';
        return 'written';
      } catch (error) {
        return String(error);
      }
    });
    expect(written).toMatch(/TrustedHTML/);
  });

  test('a page of another port of this machine reads nothing, changes nothing, and signs nobody in', async () => {
    await using made = await startSignedIn();
    await using other = await openOther(made.context);
    const outcomes = await other.page.evaluate(
      async ({ url, key }) => {
        const outcome = (path: string, init: RequestInit): Promise<string> =>
          fetch(url + path, { credentials: 'include', ...init }).then(
            ({ type, status }) => `${type} ${status}`,
            () => 'failed',
          );
        const loads = (src: string): Promise<string> =>
          new Promise((resolve) => {
            const script = document.createElement('script');
            script.onload = () => resolve('loaded');
            script.onerror = () => resolve('failed');
            script.src = src;
            document.body.append(script);
          });
        const token = JSON.stringify({ name: 'x', integrated_account_id: null });
        const json = { 'content-type': 'application/json' };
        return {
          read: await outcome('/session/current', {}),
          opaque: await outcome('/session/current', { mode: 'no-cors' }),
          script: await loads(`${url}/session/current`),
          json: await outcome('/api-token', { method: 'POST', headers: json, body: token }),
          plain: await outcome('/api-token', { method: 'POST', mode: 'no-cors', body: token }),
          signIn: await outcome('/session', { method: 'POST', mode: 'no-cors', body: JSON.stringify({ key }) }),
          signOut: await outcome('/session/current', { method: 'DELETE' }),
        };
      },
      { url: made.url, key: ADMIN_KEY },
    );
    expect(outcomes).toEqual({
      ...{ read: 'failed', opaque: 'failed', script: 'failed', json: 'failed', plain: 'failed' },
      ...{ signIn: 'failed', signOut: 'failed' },
    });
    expect((await made.store.apiTokens.list({ limit: 9 })).rows).toEqual([]);
    expect((await made.store.sessions.list({ limit: 9 })).rows).toHaveLength(1);

    // Leading there is refused as well: what is read may leave lines in the log.
    await other.page.evaluate((address) => location.assign(address), `${made.url}/session/current`);
    await other.page.waitForURL(`${made.url}/session/current`);
    await expect.poll(() => other.page.innerText('body')).toContain('"csrf"');
    expect(await made.page.evaluate(async () => (await fetch('/session/current')).status)).toBe(200);
  });

  test('a page of another port that sets a cookie of its own ends the sign-in, and begins no other', async () => {
    await using made = await startSignedIn();
    await using other = await openOther(made.context);
    await other.page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: what a page that attacks would do
      document.cookie = 'imcp_session=planted; path=/session';
    });
    await expect
      .poll(async () => (await made.context.cookies(`${made.url}/session/current`)).map(({ name }) => name))
      .toHaveLength(2);
    expect(await made.page.evaluate(async () => (await fetch('/session/current')).status)).toBe(401);
  });
});
