import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from '../gateway/apis/support/shop.ts';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import type { Browser, Page } from '../judges/browser.ts';
import { expectAccessible, openPage } from './support/pages.ts';
import { type Dashboard, startDashboard } from './support/start-dashboard.ts';

describe.skipIf(!hasBrowser)('the dashboard of a gateway of several APIs', () => {
  let browser: Browser;
  let shop: Shop;
  let dashboard: Dashboard;
  beforeAll(async () => {
    [browser, shop] = await Promise.all([startBrowser(), openShop()]);
    dashboard = await startDashboard({ apis: [shop.described] });
  });
  afterAll(async () => {
    await browser?.close();
    await dashboard?.[Symbol.asyncDispose]();
    await shop?.[Symbol.asyncDispose]();
  });

  const connected = (label: string): Promise<{ id: string }> =>
    dashboard.api('POST', '/integrated-account', {
      ...{ api: 'shop', label, credential: { username: 'ada', password: 'x' } },
    });

  async function shopDialog(page: Page) {
    await page.getByRole('button', { name: 'Connect an account' }).click();
    const dialog = page.getByRole('dialog', { name: /^Connect a/ });
    await dialog.getByLabel('API', { exact: true }).selectOption('Shop');
    await dialog.getByLabel('User name').waitFor();
    return dialog;
  }

  test('asks of an account just what its API takes, and says at its field what is wrong', async () => {
    await using opened = await openPage(browser, dashboard);
    const { page } = opened;
    const dialog = await shopDialog(page);
    await expect.poll(() => dialog.getByLabel('Access token').count()).toBe(0);
    await expect.poll(() => dialog.getByLabel('Region').count()).toBe(0);
    await expect.poll(() => dialog.getByText('Log in at').count()).toBe(0);
    await expect.poll(() => dialog.getByLabel('Password').getAttribute('type')).toBe('password');
    await expectAccessible(page);
    await dialog.getByLabel('store of the address').fill('evil.example/');
    await dialog.getByLabel('User name').fill('ada');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Corner shop');
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await dialog.getByText(/cannot stand in the address/).waitFor();
    await dialog.getByLabel('store of the address').fill('corner');
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Corner shop' }).waitFor();
    await page.getByRole('link', { name: 'Details' }).click();
    const details = page.getByRole('region', { name: 'Details' });
    await expect.poll(() => details.innerText()).toMatch(/API\s+Shop[\s\S]*store: corner/);
    await expect.poll(() => details.innerText()).not.toMatch(/Intercom|Workspace/);
    await expectAccessible(page);
    expect(opened.complaints).toEqual([]);
  });

  test('offers the other ways to give a credential', async () => {
    await using opened = await openPage(browser, dashboard);
    const { page } = opened;
    const dialog = await shopDialog(page);
    await dialog.getByLabel('Credential').selectOption('API key and API key');
    await dialog.getByLabel('API key (X-App)').fill('A');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('By keys');
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await dialog.getByText('credential.key_api_key: is required by Shop.').waitFor();
    await dialog.getByLabel('API key (key)').fill('K');
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'By keys' }).waitFor();
    expect(opened.complaints).toEqual([]);
  });

  test('says of each account in the list which API it is of', async () => {
    await connected('Harbour shop');
    await using opened = await openPage(browser, dashboard);
    const { page } = opened;
    await expect.poll(() => page.getByRole('row', { name: /Harbour shop/ }).innerText()).toMatch(/Shop\s+Connected/);
    await expect.poll(() => page.getByRole('row', { name: /Sample/ }).innerText()).toMatch(/Intercom\s+Connected/);
    await page.setViewportSize({ width: 360, height: 700 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(page);
    expect(opened.complaints).toEqual([]);
  });

  test('groups the tools of a server over accounts of several by their API', async () => {
    const { id } = await connected('Server shop');
    await using opened = await openPage(browser, dashboard, `/accounts/${id}/servers/new`);
    const { page } = opened;
    await page
      .getByText(/^3 tools|^2 tools/)
      .first()
      .waitFor();
    await expect.poll(() => page.locator('.tool-api').count()).toBe(0);
    await page.getByText('Further accounts').click();
    await page.getByRole('checkbox', { name: 'Sample (Intercom)' }).check();
    await page.locator('.tool-api').first().waitFor();
    await expect.poll(() => page.locator('.tool-api h3').allInnerTexts()).toEqual(['Intercom', 'Shop']);
    await page.getByRole('textbox', { name: 'Name' }).fill('Both');
    await page.getByRole('button', { name: 'Create the server' }).click();
    await page.getByRole('heading', { level: 1, name: 'Both is ready' }).waitFor();
    await expectAccessible(page);
    expect(opened.complaints).toEqual([]);
  });

  test('has a catalogue of each, whose tools lead to their own pages', async () => {
    await using opened = await openPage(browser, dashboard, '/catalog');
    const { page } = opened;
    await page.getByLabel('API', { exact: true }).selectOption('Shop');
    await page.getByText(/^3 tools/).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Search tools by what to do').fill('orders');
    await page.getByRole('link', { name: /List orders/i }).click();
    await page.getByRole('heading', { level: 1, name: /List orders/i }).waitFor();
    await expect.poll(() => new URL(page.url()).search).toBe('?api=shop');
    await expect.poll(() => page.getByText('createApi').first().innerText()).toContain("from './shop/api.ts'");
    // Also where a link does not say the API.
    await page.goto(`${dashboard.url}/dashboard/catalog/list_all_shop_orders`);
    await page.getByRole('heading', { level: 1, name: /List orders/i }).waitFor();
    expect(opened.complaints).toEqual([]);
  });

  test('says in the log of which API an account is, and finds the tools of all in its filters', async () => {
    const { id } = await connected('Logged shop');
    await using opened = await openPage(browser, dashboard, `/audit?account=${id}`);
    const { page } = opened;
    await page.getByText('Logged shop (Shop)').waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    const tools = page.getByRole('combobox', { name: 'Tool' });
    await tools.fill('orders');
    await page.getByRole('option', { name: /list_all_shop_orders/ }).click();
    await page.waitForURL(/tool=list_all_shop_orders/);
    expect(opened.complaints).toEqual([]);
  });
});
