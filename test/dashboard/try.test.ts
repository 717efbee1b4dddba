import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import { ADMIN_KEY } from '../gateway/support/gateway.ts';
import type { Browser } from '../judges/browser.ts';
import { callTool } from './support/call-tool.ts';
import { expectAccessible, openPage } from './support/pages.ts';
import { type Dashboard, startDashboard } from './support/start-dashboard.ts';

const HOSTILE = 'VIP <img src=x onerror=alert(1)>';

describe.skipIf(!hasBrowser)('the page that tries a tool', () => {
  let browser: Browser;
  let dashboard: Dashboard;
  beforeAll(async () => {
    [browser, dashboard] = await Promise.all([startBrowser(), startDashboard()]);
    const config = { methods: ['write'], tags: ['tags'] };
    const { url } = await dashboard.api('POST', `/integrated-account/${dashboard.accountId}/mcp`, {
      name: 'Setup',
      config,
    });
    await callTool(url, 'create_or_update_a_intercom_tag', { name: HOSTILE });
  });
  afterAll(async () => {
    await browser?.close();
    await dashboard?.[Symbol.asyncDispose]();
  });

  test('shows what a model gets beside what Intercom answered, both costs, and hostile texts as text', async () => {
    await using opened = await openPage(browser, dashboard, '/try');
    const { page } = opened;
    await page.getByRole('heading', { name: 'Choose a tool' }).waitFor();
    const field = page.getByRole('combobox', { name: 'Tool' });
    await field.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('list tags');
    await page.getByRole('option', { name: 'List tags' }).first().waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('tool')).toBe('list_all_intercom_tags');
    await page.getByLabel('limit').fill('50');
    await page.keyboard.press('Enter');
    await page.getByText(/The model reads about \d+ tokens, \d+% of the [\d,]+ that the API's answer has\./).waitFor();
    // A model reads a name without its markup; Intercom answers it as it is.
    await expect
      .poll(() => page.getByRole('region', { name: 'What the model gets' }).innerText())
      .toMatch(/"name":"VIP\b/);
    const raw = page.getByRole('region', { name: "The API's answer" });
    await expect.poll(() => raw.innerText()).toContain(HOSTILE);
    await expect.poll(() => raw.innerText()).toContain('"type": "tag"');
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 700 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(opened.complaints).toEqual([]);
  });

  test('arguments begin as an example, are filled in as a form or JSON, and are checked', async () => {
    await using opened = await openPage(browser, dashboard, '/try?tool=list_all_intercom_search_conversations');
    const { page } = opened;
    await page.getByLabel('limit').fill('2');
    await page.getByText('JSON', { exact: true }).click();
    const json = page.getByLabel('Arguments as JSON');
    await expect.poll(() => json.inputValue().then(JSON.parse)).toMatchObject({ query: expect.anything(), limit: 2 });
    await json.fill('{"limit": 2,');
    await page.getByText(/^This is no JSON: /).waitFor();
    await page.getByRole('button', { name: 'Call the tool' }).click();
    await expect.poll(() => page.getByRole('heading', { name: 'Result' }).count()).toBe(0);
    await json.fill('{"limit": 2, "colour": "red"}');
    await page.getByText('Missing: query.').waitFor();
    await page.getByText("Not among the tool's arguments: colour.").waitFor();
    await page.getByRole('button', { name: 'Call the tool' }).click();
    await page
      .getByRole('status')
      .getByText(/^Invalid input, \d+ milliseconds$/)
      .waitFor();
    await expect
      .poll(() => page.getByRole('region', { name: 'What the model is told' }).innerText())
      .toContain('query');
    await page.getByText('There is none: the API was not asked.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Back to the example' }).click();
    await expect.poll(() => json.inputValue().then(JSON.parse)).toHaveProperty('query');
  });

  test('a session that ends takes nothing of what was typed', async () => {
    await using opened = await openPage(browser, dashboard, '/try?tool=get_single_intercom_conversation_by_id');
    const { page } = opened;
    await page.getByLabel('conversation_id (required)').fill('404404');
    const { result } = await dashboard.api('GET', '/session');
    for (const { id } of result) await dashboard.api('DELETE', `/session/${id}`);
    await page.getByRole('button', { name: 'Call the tool' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('Admin key').fill(ADMIN_KEY);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByLabel('conversation_id (required)').inputValue()).toBe('404404');
    await page.getByRole('button', { name: 'Call the tool' }).click();
    await page
      .getByRole('status')
      .getByText(/^API error, /)
      .waitFor();
  });

  test('a tool that changes something is not tried, and an auditor tries none', async () => {
    await using writing = await openPage(browser, dashboard, '/try?tool=create_or_update_a_intercom_tag');
    await writing.page.getByText(/changes something in the account/).waitFor();
    await expect.poll(() => writing.page.getByRole('button', { name: 'Call the tool' }).count()).toBe(0);
    const { key } = await dashboard.api('POST', '/admin-key', { name: 'Auditor of tools', role: 'auditor' });
    await using opened = await openPage(browser, dashboard, '/try?tool=list_all_intercom_tags', { key });
    await opened.page.getByText("An auditor's key calls no tool.").waitFor();
    await expect.poll(() => opened.page.getByRole('combobox', { name: 'Tool' }).count()).toBe(0);
    await expectAccessible(opened.page);
  });

  // The last: from then on there are two accounts.
  test('an operator is offered its own accounts alone', async () => {
    const other = { label: 'Other desk', region: 'sandbox', access_token: 'sandbox' };
    const { id } = await dashboard.api('POST', '/integrated-account', other);
    const operator = { name: 'Operator', role: 'operator', integrated_account_ids: [id] };
    const { key } = await dashboard.api('POST', '/admin-key', operator);
    await using opened = await openPage(browser, dashboard, '/try?tool=list_all_intercom_tags', { key });
    const { page } = opened;
    const field = page.getByRole('combobox', { name: 'Account' });
    await expect.poll(() => field.inputValue()).toBe('Other desk');
    await field.click();
    const listed = page.getByRole('listbox', { name: 'Account' }).getByRole('option');
    await expect.poll(() => listed.allInnerTexts()).toEqual([expect.stringContaining('Other desk')]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Call the tool' }).click();
    await page.getByRole('status').getByText(/^OK, /).waitFor();
  });
});
