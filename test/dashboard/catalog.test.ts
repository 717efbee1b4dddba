import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalog } from '../../intercom/catalog.ts';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import type { Browser } from '../judges/browser.ts';
import { expectAccessible, openPage } from './support/pages.ts';
import { type Dashboard, startDashboard } from './support/start-dashboard.ts';

/** How long to wait for what a busy machine does later. */
const PATIENT = { timeout: 30_000 };

describe.skipIf(!hasBrowser)('the catalog', () => {
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

  test('shows every tool under its resource, and breaks no rule of accessibility, also on a phone', async () => {
    await using opened = await openPage(browser, dashboard, '/catalog');
    const { page } = opened;
    await page.getByText(`${catalog.length} tools, `).waitFor();
    await expect.poll(() => page.locator('[data-tool]').count()).toBe(catalog.length);
    const tags = page.getByRole('region', { name: /^Tags/ });
    await expect.poll(() => tags.getByRole('link').allInnerTexts()).toContain('Create or update tag');
    await page.getByLabel('Kind').selectOption('delete');
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 700 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(opened.complaints).toEqual([]);
  });

  test('is searched as it is typed, and narrowed, all of it in the address', async () => {
    await using opened = await openPage(browser, dashboard, '/catalog');
    const { page } = opened;
    await page.keyboard.press('Tab');
    const field = page.getByRole('searchbox', { name: 'Search tools by what to do' });
    await field.focus();
    await page.keyboard.type('answer a customer');
    const found = page.getByRole('region', { name: 'Found, the best first' });
    await found.waitFor();
    await expect.poll(() => found.getByRole('link').first().innerText()).toBe('Reply to conversation');
    await expect.poll(() => new URL(page.url()).search, PATIENT).toBe('?q=answer+a+customer');
    await page.getByLabel('Kind').selectOption('read');
    await expect.poll(() => new URL(page.url()).search, PATIENT).toBe('?q=answer+a+customer&class=read');
    await expect.poll(() => found.getByRole('link').allInnerTexts()).not.toContain('Reply to conversation');
    await page.reload();
    await found.waitFor();
    await expect.poll(() => field.inputValue()).toBe('answer a customer');
    await field.fill('50% & more?');
    await expect.poll(() => new URL(page.url()).searchParams.get('q'), PATIENT).toBe('50% & more?');
    await page.reload();
    await expect.poll(() => field.inputValue()).toBe('50% & more?');
    await field.fill('xyzzyxyzzy');
    await page.getByRole('heading', { name: 'No tool is found' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show all tools' }).click();
    await page.getByText(`${catalog.length} tools, `).waitFor();
    await expect.poll(() => new URL(page.url()).search, PATIENT).toBe('');
  });

  test('leads to a tool with its arguments and an example, from there to its tag and back', async () => {
    await using opened = await openPage(browser, dashboard, '/catalog?q=close');
    const { page } = opened;
    await page.goto(`${dashboard.url}/dashboard/catalog/intercom_conversations_reply`);
    await page.getByRole('heading', { level: 1, name: 'Reply to conversation' }).waitFor();
    const table = page.getByRole('table', { name: 'Arguments of Reply to conversation' });
    await expect.poll(() => table.getByRole('row', { name: /^conversation_id/ }).innerText()).toContain('required');
    await page.getByText('POST /conversations/{conversation_id}/reply').waitFor();
    await expect
      .poll(() => page.getByRole('region', { name: 'the program' }).innerText())
      .toContain("import { replyToConversation } from 'intercom-mcp-toolkit/intercom/tools/conversations';");
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 700 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole('navigation', { name: 'Other tools' }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: 'Remove contact from conversation' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Support' }).click();
    await expect.poll(() => new URL(page.url()).search, PATIENT).toBe('?api=intercom&tag=support');
    await expect.poll(() => page.getByLabel('Tag', { exact: true }).inputValue()).toBe('support');
    expect(opened.complaints).toEqual([]);
  });

  test('says what is nearest where no tool is called so, and lets an auditor try nothing', async () => {
    const { key } = await dashboard.api('POST', '/admin-key', { name: 'Auditor of the catalog', role: 'auditor' });
    await using opened = await openPage(browser, dashboard, '/catalog/list_all_intercom_team', { key });
    const { page } = opened;
    await page.getByText(/There is no tool .*list_all_intercom_teams/).waitFor();
    await page.goto(`${dashboard.url}/dashboard/catalog/list_all_intercom_teams`);
    await page.getByRole('heading', { level: 1, name: 'List teams' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Try it' }).count()).toBe(0);
    await using tried = await openPage(browser, dashboard, '/catalog/list_all_intercom_teams');
    await tried.page.getByRole('link', { name: 'Try it' }).click();
    await expect.poll(() => new URL(tried.page.url()).search, PATIENT).toBe('?tool=list_all_intercom_teams');
  });
});
