import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCatalog } from '../../cli/catalog/write-catalog.ts';
import { catalog } from '../../intercom/catalog.ts';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import type { Browser, Page } from '../judges/browser.ts';
import { buildSite } from './support/build-site.ts';
import { expectAccessible } from './support/pages.ts';

/** No more than the files of the site themselves. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

/** How long to wait for what a busy machine does later. */
const PATIENT = { timeout: 30_000 };

describe.skipIf(!hasBrowser)('the site of the catalog', () => {
  let browser: Browser;
  let folder: string;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    browser = await startBrowser();
    await using parts = await buildSite();
    folder = await mkdtemp(join(tmpdir(), 'site-'));
    await writeCatalog({ out: folder, force: true, built: parts.folder });
    server = createServer((request, response) => {
      const path = (request.url ?? '').replace(/^\/any\/path/, '').replace(/\?.*$/, '');
      const file = join(folder, path);
      readFile(file).then(
        (text) => {
          response.setHeader('Content-Security-Policy', POLICY);
          response.setHeader('Content-Type', TYPES[extname(file)] ?? 'text/plain');
          response.end(text);
        },
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    url = `http://127.0.0.1:${address.port}/any/path/index.html`;
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  test('works below any path under a strict policy: search, address, a tool and the way back', async () => {
    await using opened = await open(url);
    const { page, complaints } = opened;
    await page.getByRole('searchbox').fill('answer a customer');
    const found = page.getByRole('region', { name: 'Found, the best first' });
    await expect.poll(() => found.getByRole('link').first().innerText()).toBe('Reply to conversation');
    await page.getByText(`6 of ${catalog.length} tools`).waitFor();
    await expect.poll(() => new URL(page.url()).search, PATIENT).toBe('?q=answer+a+customer');
    await expectAccessible(page);
    await found.getByRole('link', { name: 'Reply to conversation' }).click();
    await page.getByRole('heading', { level: 1, name: 'Reply to conversation' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Copy the program' }).waitFor();
    await page.setViewportSize({ width: 360, height: 700 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole('link', { name: 'Support' }).click();
    await page.getByText(`${taggedCount('support')} of ${catalog.length} tools`).waitFor();
    await expect.poll(() => page.locator('#all [data-tool]:visible').count()).toBe(taggedCount('support'));
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByLabel('Tag', { exact: true }).selectOption('');
    await page.getByRole('navigation', { name: 'Resources' }).waitFor();
    await expect.poll(() => page.locator('#all [data-tool]:visible').count()).toBe(catalog.length);
    expect(complaints).toEqual([]);
  });

  test('works from a folder too, and shows every tool without a script', async () => {
    const file = pathToFileURL(join(folder, 'index.html')).href;
    await using opened = await open(`${file}?q=merge+two+contacts`);
    await expect
      .poll(() => opened.page.locator('#found').getByRole('link').first().innerText())
      .toBe('Merge lead into user');
    expect(opened.complaints).toEqual([]);
    await using plain = await open(file, false);
    await expect.poll(() => plain.page.locator('[data-tool]:visible').count()).toBe(catalog.length);
    await expect.poll(() => plain.page.getByRole('searchbox').isVisible()).toBe(false);
    await plain.page
      .getByRole('navigation', { name: 'Resources' })
      .getByRole('link', { name: 'Articles' })
      .first()
      .click();
    await expect.poll(() => new URL(plain.page.url()).hash).toBe('#resource-articles');
  });

  async function open(address: string, javaScriptEnabled = true) {
    const context = await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce' });
    const page: Page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address);
    return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
  }
});

function taggedCount(tag: string): number {
  return catalog.filter(({ tags }) => tags.includes(tag)).length;
}
