import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import type { Browser } from '../judges/browser.ts';
import { expectAccessible, openPage } from './support/pages.ts';
import { type Dashboard, startDashboard } from './support/start-dashboard.ts';

describe.skipIf(!hasBrowser)('the accounts', () => {
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

  test('stand in a list with their state, region and servers, which breaks no rule of accessibility', async () => {
    await using opened = await openPage(browser, dashboard);
    const { page } = opened;
    const row = page.getByRole('row', { name: /Sample/ });
    await expect.poll(() => row.innerText()).toMatch(/Connected\s+sandbox/);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 700 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(page);
    expect(opened.complaints).toEqual([]);
  });

  test('a workspace is connected with a token that Intercom accepts, and a wrong one is said at its field', async () => {
    await using opened = await openPage(browser, dashboard);
    const { page } = opened;
    await page.getByRole('button', { name: 'Connect a workspace' }).click();
    const dialog = page.getByRole('dialog', { name: 'Connect a workspace' });
    await dialog.getByLabel('Access token').fill('wrong');
    await dialog.getByRole('button', { name: 'Verify and connect' }).click();
    const error = dialog.getByText(/did not accept the access token/);
    await error.waitFor();
    await expectAccessible(page);
    const field = dialog.getByLabel('Access token');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => field.getAttribute('aria-describedby')).toContain(await error.getAttribute('id'));
    await field.fill('sandbox');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Second desk');
    await dialog.getByRole('button', { name: 'Verify and connect' }).click();
    await page.getByRole('heading', { level: 1, name: 'Second desk' }).waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/dashboard\/accounts\/[\w-]+$/);
    await page.getByRole('link', { name: 'Details' }).click();
    await page.getByText('an access token').waitFor();
    await expectAccessible(page);
    expect(opened.complaints).toEqual([]);
  });

  test('one is renamed, and the name before is brought back', async () => {
    const { id } = await connect('Old name');
    await using opened = await openPage(browser, dashboard, `/accounts/${id}`);
    const { page } = opened;
    await page.getByRole('button', { name: 'Actions for Old name' }).click();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('New name');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('heading', { level: 1, name: 'New name' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Old name' }).waitFor();
    expect(await dashboard.api('GET', `/integrated-account/${id}`)).toMatchObject({ label: 'Old name' });
  });

  test('one is disconnected only after a dialog that names the servers that stop', async () => {
    const { id } = await connect('Leaving');
    for (const name of ['Night shift', 'Docs bot'])
      await dashboard.api('POST', `/integrated-account/${id}/mcp`, { name });
    await using opened = await openPage(browser, dashboard, `/accounts/${id}`);
    const { page } = opened;
    await page.getByRole('button', { name: 'Actions for Leaving' }).click();
    await page.getByRole('button', { name: 'Disconnect' }).click();
    const dialog = page.getByRole('dialog', { name: 'Disconnect Leaving?' });
    await dialog.getByText('These 2 MCP servers stop').waitFor();
    await expect.poll(() => dialog.getByRole('listitem').allInnerTexts()).toEqual(['Docs bot', 'Night shift']);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await dashboard.api('GET', `/integrated-account/${id}`)).toMatchObject({ label: 'Leaving' });
    await page.getByRole('button', { name: 'Actions for Leaving' }).click();
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await dialog.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
    await expect.poll(() => page.getByRole('row', { name: /Leaving/ }).count()).toBe(0);
    expect(await dashboard.api('GET', `/integrated-account/${id}`)).toMatchObject({ error: { code: 'not_found' } });
  });

  test("one is connected by Intercom's login, from where a link leads back", async () => {
    await using opened = await openPage(browser, dashboard);
    const { page } = opened;
    await page.getByRole('button', { name: 'Connect a workspace' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('By login');
    await page.getByRole('button', { name: 'Log in at Intercom' }).click();
    await page.getByRole('button', { name: /Authori[sz]e|Allow|Agree/ }).click();
    await page.getByRole('link', { name: /dashboard/i }).click();
    await page.getByRole('heading', { level: 1, name: 'By login' }).waitFor();
  });

  test('an auditor sees them and no way to change them', async () => {
    const { key } = await dashboard.api('POST', '/admin-key', { name: 'Auditor of accounts', role: 'auditor' });
    await using opened = await openPage(browser, dashboard, '/', { key });
    const { page } = opened;
    await page.getByRole('row', { name: /Sample/ }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /Connect|Actions/ }).count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  function connect(label: string): Promise<{ id: string }> {
    return dashboard.api('POST', '/integrated-account', { label, region: 'sandbox', access_token: 'sandbox' });
  }
});
