import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import type { Browser } from '../judges/browser.ts';
import { expectAccessible, openPage } from './support/pages.ts';
import { type Dashboard, startDashboard } from './support/start-dashboard.ts';

describe.skipIf(!hasBrowser)('the MCP servers of an account', () => {
  let browser: Browser;
  let dashboard: Dashboard;
  beforeAll(async () => {
    browser = await startBrowser();
    dashboard = await startDashboard();
  });
  afterAll(async () => {
    await browser?.close();
    await dashboard?.[Symbol.asyncDispose]();
  });

  test('are listed, ordered and searched, as the address says', async () => {
    const id = await account('Many');
    await create(id, { name: 'Zebra', expires_at: new Date(Date.now() + 23.5 * 3_600_000).toISOString() });
    await Promise.all(Array.from({ length: 58 }, (_, n) => create(id, { name: `Server ${n}` })));
    await create(id, {
      name: '<b>Aardvark</b>',
      owner: `Ada${'W'.repeat(150)}`,
      config: { methods: ['get'], tags: ['tickets'] },
    });
    await using opened = await openPage(browser, dashboard, `/accounts/${id}`);
    const { page } = opened;
    const rows = page.getByRole('row');
    await page.getByText('50 of 60 servers').waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('60 servers', { exact: true }).waitFor();
    await expect.poll(() => rows.count()).toBe(61);

    await page.getByRole('button', { name: 'Server', exact: true }).click();
    await rows.nth(1).getByText('<b>Aardvark</b>').waitFor();
    await expect.poll(() => rows.nth(1).innerText()).toMatch(/Custom: get · tickets\s+Owner: AdaW+\s+Active/);
    await expect
      .poll(() => page.getByRole('columnheader', { name: 'Server' }).getAttribute('aria-sort'))
      .toBe('ascending');
    await page.getByRole('button', { name: 'Server', exact: true }).click();
    await rows.nth(1).getByText('Zebra').waitFor();
    await expect.poll(() => rows.nth(1).innerText()).toContain('in 23 hours');
    await page.getByLabel('Search servers').fill('AARD');
    await page.getByText('1 server', { exact: true }).waitFor();
    await expect.poll(() => new URL(page.url()).search).toBe('?search=AARD&sort=name&order=desc');
    await page.reload();
    await page.getByText('1 server', { exact: true }).waitFor();
    await expect.poll(() => page.getByLabel('Search servers').inputValue()).toBe('AARD');
    await page.getByLabel('State').selectOption('Disabled');
    await page.getByText('No server is like that.').waitFor();
    await expectAccessible(page);
    await page.getByLabel('State').selectOption('All states');
    await page.getByText('1 server', { exact: true }).waitFor();
    for (const width of [950, 360]) {
      await page.setViewportSize({ width, height: 700 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await expectAccessible(page);
    expect(opened.complaints).toEqual([]);
  });

  test('are disabled and enabled again, rotated, and revoked after a question', async () => {
    const id = await account('Busy');
    const { url, id: serverId } = await create(id, { name: 'Desk' });
    await using opened = await openPage(browser, dashboard, `/accounts/${id}`);
    const { page } = opened;
    const choose = async (name: string): Promise<void> => {
      await page.getByRole('button', { name: 'Actions for Desk' }).click();
      await page.getByRole('button', { name, exact: true }).click();
    };
    await choose('Disable');
    await page.getByRole('row').getByText('Disabled').waitFor();
    expect(await statusOf(url)).toBe(403);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('row').getByText('Active').waitFor();
    expect(await statusOf(url)).toBe(200);

    await choose('Rotate the URL');
    const asked = page.getByRole('dialog', { name: 'Give Desk another URL?' });
    await expectAccessible(page);
    await asked.getByRole('button', { name: 'Rotate' }).click();
    const rotated = page.getByRole('dialog', { name: 'Desk has a new URL' });
    const next = await rotated.getByRole('region', { name: 'URL of the server' }).innerText();
    expect([await statusOf(url), await statusOf(next)]).toEqual([410, 200]);
    // It is shown once: no key takes it away.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await rotated.getByRole('button', { name: 'Test the server' }).click();
    await rotated.getByText('These are the tools of the preview.').waitFor();
    await expectAccessible(page);
    await rotated.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => page.content()).not.toContain(new URL(next).pathname);

    await choose('Revoke');
    const dialog = page.getByRole('dialog', { name: 'Revoke Desk?' });
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await statusOf(next)).toBe(200);
    await choose('Revoke');
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('heading', { name: 'No MCP server yet' }).waitFor();
    expect(await statusOf(next)).toBe(410);
    expect(await dashboard.api('GET', `/integrated-account/${id}/mcp/${serverId}`)).toHaveProperty('error');
    expect(opened.complaints).toEqual([]);
  });

  test('are changed field by field, so that what others changed meanwhile stays', async () => {
    const id = await account('Shared');
    const { id: serverId } = await create(id, {
      name: 'Desk',
      config: { methods: ['read', 'create_a_intercom_article'], tags: ['support', 'articles'], tools: undefined },
      idle_timeout_seconds: 7200,
    });
    const path = `/integrated-account/${id}/mcp/${serverId}`;
    await using opened = await openPage(browser, dashboard, `/accounts/${id}/servers/${serverId}/edit`);
    const { page } = opened;
    await page.getByLabel('Owner').fill('Ada');
    await page.getByRole('checkbox', { name: /^voice/ }).check();
    const before = await dashboard.api('PATCH', path, { name: 'Renamed', config: { prefix: 'acme_' } });
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await page.getByRole('heading', { name: 'About it' }).waitFor();
    expect(await dashboard.api('GET', path)).toMatchObject({
      name: 'Renamed',
      owner: 'Ada',
      idle_timeout_seconds: 7200,
      expires_at: null,
      config: { ...before.config, tags: ['support', 'articles', 'voice'] },
    });
    expect(opened.complaints).toEqual([]);
  });

  test('keep their tools as they are, until somebody accepts others', async () => {
    const id = await account('Pinned');
    const { id: serverId } = await create(id, { name: 'Desk', config: { methods: ['list'], tags: ['articles'] } });
    const path = `/integrated-account/${id}/mcp/${serverId}`;
    await using opened = await openPage(browser, dashboard, `/accounts/${id}/servers/${serverId}/edit`);
    const { page } = opened;
    await page.getByRole('switch', { name: 'Keep the tools as they are' }).check();
    await page.getByRole('checkbox', { name: /^voice/ }).check();
    // What was expected were the tools of the first choice.
    await page.getByRole('button', { name: 'Accept the tools of now' }).click();
    await page.getByRole('button', { name: 'Accept the tools of now' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await page.getByText('as expected').waitFor();
    const { config, catalog } = await dashboard.api('GET', path);
    expect(config.expected_catalog).toBe(catalog.digest);
    expect(opened.complaints).toEqual([]);
  });

  test('show what nobody uses, which is switched off and on again', async () => {
    const id = await account('Idle');
    const { id: serverId, url } = await create(id, { name: 'Desk', config: { methods: ['list'], tags: ['voice'] } });
    const path = `/integrated-account/${id}/mcp/${serverId}`;
    await using opened = await openPage(browser, dashboard, `/accounts/${id}/servers/${serverId}`);
    const { page } = opened;
    await page.getByText(/^Nobody called/).waitFor();
    await expectAccessible(page);
    await page.getByText('Which they are').click();
    const unused = page.getByRole('region', { name: 'Tools that nobody uses' });
    // All are unused, and a server without a tool is none: somebody has to choose.
    await expect.poll(() => unused.getByRole('button').isDisabled()).toBe(true);
    await unused.getByRole('checkbox').first().check();
    await unused.getByRole('button', { name: 'Switch this tool off' }).click();
    await page.getByText('1 tool of Desk is off').waitFor();
    const { tools } = (await dashboard.api('GET', path)).config;
    expect(tools.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 tool of Desk is off').waitFor({ state: 'detached' });
    await expect.poll(async () => (await dashboard.api('GET', path)).config.tools).toBeUndefined();
    await page.getByRole('link', { name: 'Connect' }).click();
    await page.getByText('It was shown once').waitFor();
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Cursor' }).click();
    await expect.poll(() => page.getByRole('link', { name: 'Add to Cursor' }).count()).toBe(0);
    await expect.poll(() => page.content()).not.toContain(new URL(url).pathname);
    expect(opened.complaints).toEqual([]);
  });

  test('are for an auditor to see, and for an operator to change where all their accounts are its', async () => {
    const [mine, other] = [await account('Mine'), await account('Other')];
    await create(mine, { name: 'Own' });
    await create(mine, { name: 'Both', accounts: [mine, other] });
    const operator = await dashboard.api('POST', '/admin-key', {
      name: 'Operator',
      role: 'operator',
      integrated_account_ids: [mine],
    });
    const auditor = await dashboard.api('POST', '/admin-key', { name: 'Auditor', role: 'auditor' });
    {
      await using opened = await openPage(browser, dashboard, `/accounts/${mine}`, { key: operator.key });
      const { page } = opened;
      await page.getByRole('button', { name: 'Actions for Own' }).click();
      await page.getByRole('button', { name: 'Revoke' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Actions for Both' }).click();
      await page.getByRole('button', { name: 'Open' }).click();
      await page.getByRole('heading', { level: 1, name: 'Both' }).waitFor();
      await page.getByText('113 read, none writes').waitFor();
      await expect.poll(() => page.getByRole('link', { name: 'Edit' }).count()).toBe(0);
      expect(opened.complaints).toEqual([]);
    }
    await using opened = await openPage(browser, dashboard, `/accounts/${mine}`, { key: auditor.key });
    const { page } = opened;
    await page.getByRole('row', { name: /Own/ }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Create an MCP server' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Own' }).click();
    await page.getByRole('heading', { name: 'What clients see' }).waitFor();
    await page.getByText(/^Nobody called/).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Edit' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: /Switch|Actions/ }).count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  async function account(label: string): Promise<string> {
    const body = { label, region: 'sandbox', access_token: 'sandbox' };
    return (await dashboard.api('POST', '/integrated-account', body)).id;
  }

  function create(id: string, body: object): Promise<{ id: string; url: string }> {
    return dashboard.api('POST', `/integrated-account/${id}/mcp`, body);
  }
});

/** The status with which a server answers a client. */
async function statusOf(url: string): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
  });
  await response.text();
  return response.status;
}
