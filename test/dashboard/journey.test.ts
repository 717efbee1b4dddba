import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import { ADMIN_KEY } from '../gateway/support/gateway.ts';
import type { Browser } from '../judges/browser.ts';
import { type Dashboard, startDashboard } from './support/start-dashboard.ts';

describe.skipIf(!hasBrowser)('from a key to a client that is shut out', () => {
  let browser: Browser;
  let dashboard: Dashboard;
  beforeAll(async () => {
    [browser, dashboard] = await Promise.all([startBrowser(), startDashboard()]);
  });
  afterAll(async () => {
    await browser?.close();
    await dashboard?.[Symbol.asyncDispose]();
  });

  test('sign in, connect, create, copy, use, look, rotate, revoke', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(dashboard.url);
    await page.getByLabel('Admin key').fill(ADMIN_KEY);
    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByRole('button', { name: 'Connect a workspace' }).click();
    await page.getByLabel('Access token').fill('sandbox');
    await page.getByRole('textbox', { name: 'Name' }).fill('Journey');
    await page.getByRole('button', { name: 'Verify and connect' }).click();
    await page.getByRole('heading', { level: 1, name: 'Journey' }).waitFor();

    await page.getByRole('link', { name: 'Create an MCP server' }).first().click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Tags only');
    await page.getByText(/^Single tags/).click();
    await page.getByRole('checkbox', { name: /^tags \d/ }).check();
    await page.getByText('In 24 hours').click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText('list_all_intercom_tags').waitFor();
    await preview.getByText('list_all_intercom_articles', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Create the server' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tags only is ready' }).waitFor();
    await page.getByRole('button', { name: 'Copy URL of the server' }).click();
    const url = await page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('link', { name: 'Go to the server' }).click();

    const client = await connect(url);
    const names = (await client.listTools()).tools.map(({ name }) => name);
    expect(names).toContain('list_all_intercom_tags');
    expect(names).not.toContain('list_all_intercom_articles');
    const { isError } = await client.callTool({ name: 'list_all_intercom_tags', arguments: { limit: 3 } });
    expect(isError ?? false).toBe(false);

    // Lines and counters are written a moment after the answer.
    await page.getByRole('link', { name: 'Audit log' }).first().click();
    await expect
      .poll(async () => {
        await page.getByRole('button', { name: 'Refresh' }).click();
        return page.getByRole('row', { name: /list_all_intercom_tags/ }).count();
      })
      .toBe(1);
    await page.getByRole('link', { name: 'Usage' }).first().click();
    await page.getByText('1 call, 100% of them OK.').waitFor();

    await page.getByRole('link', { name: 'Accounts' }).first().click();
    await page.getByRole('link', { name: 'Journey' }).click();
    const choose = async (action: string): Promise<void> => {
      await page.getByRole('button', { name: 'Actions for Tags only' }).click();
      await page.getByRole('button', { name: action, exact: true }).click();
    };
    await choose('Rotate the URL');
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
    const next = await page.getByRole('dialog').getByRole('region', { name: 'URL of the server' }).innerText();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(client.listTools()).rejects.toThrow(/was revoked, or its URL was replaced/);
    await client.close();
    const rotated = await connect(next);
    await choose('Revoke');
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('No MCP server yet').waitFor();
    await expect(rotated.listTools()).rejects.toThrow(/was revoked, or its URL was replaced/);
    await rotated.close();
  });
});

async function connect(url: string): Promise<Client> {
  const client = new Client({ name: 'journey', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  return client;
}
