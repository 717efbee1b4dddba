import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import type { Browser, Page } from '../judges/browser.ts';
import { expectAccessible, openPage } from './support/pages.ts';
import { type Dashboard, startDashboard } from './support/start-dashboard.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

/** How long to wait for what a busy machine does later. */
const PATIENT = { timeout: 30_000 };

describe.skipIf(!hasBrowser)('access', () => {
  let browser: Browser;
  let dashboard: Dashboard;
  beforeAll(async () => {
    browser = await startBrowser();
    dashboard = await startDashboard();
    await dashboard.api('POST', '/admin-key', { name: 'Only admin', role: 'admin' });
    await dashboard.api('POST', '/api-token', { name: HOSTILE, integrated_account_id: dashboard.accountId });
  });
  afterAll(async () => {
    await browser?.close();
    await dashboard?.[Symbol.asyncDispose]();
  });

  test('keys, tokens and sessions stand in lists that break no rule of accessibility, also on a phone', async () => {
    await using opened = await openPage(browser, dashboard, '/access');
    const { page } = opened;
    await expect
      .poll(() =>
        section(page, 'Admin keys')
          .getByRole('row', { name: /Only admin/ })
          .innerText(),
      )
      .toMatch(/Admin\s+All/);
    await expect
      .poll(() =>
        section(page, 'API tokens')
          .getByRole('row', { name: /Sample/ })
          .innerText(),
      )
      .toContain(HOSTILE);
    const own = section(page, 'Sessions').getByRole('row', { name: /this one/ });
    await expect.poll(() => own.innerText()).toMatch(/environment.*127\.0\.0\.1/s);
    await expect.poll(() => own.getByRole('button').count()).toBe(0);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 700 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(page);
    expect(opened.complaints).toEqual([]);
  });

  test('an admin key is made for an operator: what is refused stands at its field, the key is shown once', async () => {
    await using opened = await openPage(browser, dashboard, '/access');
    const { page } = opened;
    await page.getByRole('button', { name: 'Create an admin key' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create an admin key' });
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await name.fill('Only admin');
    await dialog.getByRole('button', { name: 'Create the key' }).click();
    await dialog.getByText('Choose at least one account.').waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Search accounts').fill('samp');
    await dialog.getByRole('checkbox', { name: 'Sample' }).check();
    await name.fill('By accident');
    // It looks for an account, and sends nothing.
    await dialog.getByLabel('Search accounts').press('Enter');
    await name.fill('Only admin');
    await dialog.getByRole('radio', { name: '7 days' }).check();
    await dialog.getByRole('button', { name: 'Create the key' }).click();
    await dialog.getByText(/There is an admin key "Only admin" already/).waitFor();
    await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
    await name.fill('Desk');
    await dialog.getByRole('button', { name: 'Create the key' }).click();
    const shown = page.getByRole('dialog', { name: 'The admin key Desk' });
    const key = (await shown.getByText(/^imcp_adm_/).innerText()).trim();
    await expectAccessible(page);
    // It would be lost: Escape does nothing, however often.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => shown.isVisible()).toBe(true);
    await shown.getByRole('button', { name: 'I have kept it' }).click();
    const row = section(page, 'Admin keys').getByRole('row', { name: /Desk/ });
    await expect.poll(() => page.getByText('By accident').count()).toBe(0);
    await expect.poll(() => row.innerText()).toMatch(/Operator\s+Sample\s+in 6 days/);
    await expect.poll(() => page.content()).not.toContain(key);
    await page.reload();
    await row.waitFor();
    await expect.poll(() => page.content()).not.toContain(key);
    const response = await fetch(`${dashboard.url}/integrated-account`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(response.status).toBe(200);
    expect(opened.complaints).toEqual([]);
  });

  test('a key is revoked after a question; that of the last admin stays, and it is said why', async () => {
    await dashboard.api('POST', '/admin-key', { name: 'Leaving', role: 'auditor' });
    await using opened = await openPage(browser, dashboard, '/access');
    const { page } = opened;
    await page.getByRole('button', { name: 'Revoke Leaving' }).click();
    await page.getByRole('dialog', { name: 'Revoke Leaving?' }).getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Leaving is revoked').waitFor();
    await expect.poll(() => page.getByRole('row', { name: /Leaving/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke Only admin' }).click();
    const dialog = page.getByRole('dialog', { name: 'Revoke Only admin?' });
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await dialog.getByText('This is the last key of the role admin').waitFor();
    await dialog.getByText('Create another one first').waitFor();
    await expectAccessible(page);
  });

  test('an API token is made for all accounts, and revoked', async () => {
    await using opened = await openPage(browser, dashboard, '/access');
    const { page } = opened;
    await page.getByRole('button', { name: 'Create an API token' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create an API token' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('CI');
    await dialog.getByRole('button', { name: 'Create the token' }).click();
    await dialog.getByText('Choose at least one account.').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('radio', { name: 'All accounts' }).check();
    await dialog.getByRole('button', { name: 'Create the token' }).click();
    const shown = page.getByRole('dialog', { name: 'The API token CI' });
    await shown.getByText(/^imcp_api_/).waitFor();
    await shown.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('row', { name: /CI All accounts/ }).waitFor();
    await page.getByRole('button', { name: 'Revoke CI' }).click();
    await page.getByRole('dialog', { name: 'Revoke CI?' }).getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('CI is revoked').waitFor();
    await expect.poll(() => page.getByRole('row', { name: /CI All accounts/ }).count()).toBe(0);
  });

  test('the other sessions of a key are ended, whose pages ask for a key', async () => {
    const { key } = await dashboard.api('POST', '/admin-key', { name: 'Two browsers', role: 'auditor' });
    await using first = await openPage(browser, dashboard, '/access', { key });
    await using other = await openPage(browser, dashboard, '/access', { key });
    await first.page.reload();
    await first.page.getByRole('button', { name: 'End my other sessions' }).click();
    await first.page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
    await first.page.getByText('The session has ended').waitFor();
    await expect.poll(() => section(first.page, 'Sessions').getByRole('row').count()).toBe(2);
    await expect.poll(async () => (await fetchAs(other.page, '/session')).status, PATIENT).toBe(401);
    await other.page.getByRole('link', { name: 'Accounts' }).click();
    await other.page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
  });

  test('an auditor sees no control of keys and tokens, an operator none beyond its accounts', async () => {
    const auditor = await dashboard.api('POST', '/admin-key', { name: 'Auditor of access', role: 'auditor' });
    await using reads = await openPage(browser, dashboard, '/access', { key: auditor.key });
    await section(reads.page, 'Admin keys')
      .getByRole('row', { name: /Only admin/ })
      .waitFor();
    await expect.poll(() => reads.page.getByRole('button', { name: /Create|Revoke/ }).count()).toBe(0);
    expect(reads.complaints).toEqual([]);
    const operator = await dashboard.api('POST', '/admin-key', {
      ...{ name: 'Operator of access', role: 'operator' },
      integrated_account_ids: [dashboard.accountId],
    });
    await using works = await openPage(browser, dashboard, '/access', { key: operator.key });
    await section(works.page, 'API tokens')
      .getByRole('row', { name: /Sample/ })
      .waitFor();
    await expect.poll(() => works.page.getByRole('heading', { name: 'Admin keys' }).count()).toBe(0);
    await works.page.getByRole('button', { name: 'Create an API token' }).click();
    await works.page.getByRole('radio', { name: 'Sample' }).waitFor();
    await expect.poll(() => works.page.getByText('All accounts').count()).toBe(0);
    expect(works.complaints).toEqual([]);
  });
});

function section(page: Page, name: string) {
  return page.getByRole('region', { name });
}

/** What the gateway answers a page, with its cookie. */
function fetchAs(page: Page, path: string): Promise<{ status: number }> {
  return page.evaluate(async (at) => ({ status: (await fetch(at)).status }), path);
}
