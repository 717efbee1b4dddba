import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import { ADMIN_KEY } from '../gateway/support/gateway.ts';
import type { Browser } from '../judges/browser.ts';
import { expectAccessible, openPage } from './support/pages.ts';
import { type Dashboard, startDashboard } from './support/start-dashboard.ts';

describe.skipIf(!hasBrowser)('signing in', () => {
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

  test('the root of the gateway is the page: a wrong key is refused, a right one goes on', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(dashboard.url);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/dashboard/');
    await expectAccessible(page);
    await page.getByLabel('Admin key').fill('imcp_adm_wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('This is no admin key of this gateway').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Admin key').fill(ADMIN_KEY);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
    // Neither the key nor the session can be read by a script.
    expect(
      await page.evaluate(() => [document.cookie, JSON.stringify({ ...localStorage, ...sessionStorage })]),
    ).toEqual(['', '{}']);
    await expect.poll(() => page.content()).not.toContain(ADMIN_KEY);
  });

  test('a link signs in once, and its code is in no history', async () => {
    const link = await dashboard.signInLink();
    const code = new URL(link).hash.slice('#sign-in='.length);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
    await expect.poll(() => page.url()).not.toContain(code);
    const second = await (await browser.newContext()).newPage();
    await second.goto(link);
    await second.getByText('This sign-in link was used before').waitFor();
    await expect.poll(() => second.url()).not.toContain(code);
  });

  test('a session that ends under one’s hands asks for a key, and what was typed is still there', async () => {
    await using opened = await openPage(browser, dashboard);
    const { page } = opened;
    await page.getByRole('button', { name: 'Connect a workspace' }).click();
    await page.getByLabel('Access token').fill('sandbox');
    await page.getByLabel('Name').fill('Typed before the end');
    for (const { id } of (await dashboard.api('GET', '/session')).result)
      await dashboard.api('DELETE', `/session/${id}`);
    await page.getByRole('button', { name: 'Verify and connect' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Admin key').fill(ADMIN_KEY);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Typed before the end');
    await page.getByRole('button', { name: 'Verify and connect' }).click();
    await page.getByRole('heading', { level: 1, name: 'Typed before the end' }).waitFor();
  });

  test('two tabs: who signs out in one is out in the other, and who signs in as another sees what that key may', async () => {
    const { key } = await dashboard.api('POST', '/admin-key', { name: 'Second tab', role: 'auditor' });
    await using opened = await openPage(browser, dashboard);
    const { page: first } = opened;
    const second = await first.context().newPage();
    await second.goto(`${dashboard.url}/dashboard/`);
    await second.getByRole('button', { name: 'Sign out' }).click();
    for (const page of [first, second]) await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await second.getByLabel('Admin key').fill(key);
    await second.keyboard.press('Enter');
    for (const page of [first, second]) await page.getByText('auditor: reads, changes nothing').waitFor();
    await expect.poll(() => first.getByRole('button', { name: 'Connect a workspace' }).count()).toBe(0);
  });

  test('by the keyboard alone: past the menu, to another page, light and dark', async () => {
    await using opened = await openPage(browser, dashboard);
    const { page } = opened;
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the page');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('page');
    await page.getByLabel('Colours').focus();
    await page.keyboard.type('D');
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    await page.getByRole('link', { name: 'Access' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Access' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('page');
    expect(opened.complaints).toEqual([]);
  });

  test('an address that leads nowhere says so', async () => {
    await using opened = await openPage(browser, dashboard, '/nowhere');
    await opened.page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await expectAccessible(opened.page);
  });
});
