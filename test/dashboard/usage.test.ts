import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import type { Browser, Page } from '../judges/browser.ts';
import { callTool } from './support/call-tool.ts';
import { expectAccessible, openPage } from './support/pages.ts';
import { type Dashboard, startDashboard } from './support/start-dashboard.ts';

const TAGS = 'list_all_intercom_tags';

describe.skipIf(!hasBrowser)('the page of usage', () => {
  let browser: Browser;
  let dashboard: Dashboard;
  let server: { id: string; url: string };
  beforeAll(async () => {
    [browser, dashboard] = await Promise.all([startBrowser(), startDashboard({ label: '<b>Desk</b>' })]);
    const { accountId, api } = dashboard;
    const config = { methods: ['read'], tags: ['support'] };
    server = await api('POST', `/integrated-account/${accountId}/mcp`, { name: '"Night" <i>shift</i>', config });
    await api('POST', `/integrated-account/${accountId}/mcp`, { name: 'Nobody calls it', config });
    for (let count = 0; count < 3; count += 1) await callTool(server.url, TAGS);
    await callTool(server.url, 'get_single_intercom_conversation_by_id', { conversation_id: '404404' });
    await dashboard.gateway.context.audit.flush();
  });
  afterAll(async () => {
    await browser?.close();
    await dashboard?.[Symbol.asyncDispose]();
  });

  test('says in numbers, charts, words and tables what was called, and breaks no rule of accessibility', async () => {
    await using opened = await openPage(browser, dashboard, '/usage');
    const { page } = opened;
    const calls = page.getByRole('figure', { name: 'Calls by hour and outcome' });
    await calls.getByText('4 calls, 75% of them OK.').waitFor();
    await expect.poll(() => page.getByRole('term').allInnerTexts()).toEqual(['Calls', 'Errors', 'p50', 'p95', 'p99']);
    await page
      .getByRole('figure', { name: 'Errors by hour' })
      .getByText(/25% of all calls failed/)
      .waitFor();
    await expect
      .poll(() => page.getByRole('row', { name: /List tags/ }).innerText())
      .toMatch(/^List tags\s+list_all_intercom_tags\s+3\s+0\s/);
    await calls.getByText('Show as a table').click();
    const rows = calls.getByRole('row');
    await expect.poll(() => rows.count()).toBe(25);
    await expect.poll(() => rows.first().innerText()).toMatch(/Time\s+OK\s+API error/);
    // An hour may end between two calls.
    await expect.poll(async () => sumsOf(await rows.allInnerTexts())).toEqual([3, 1]);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 700 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(opened.complaints).toEqual([]);
  });

  test('charts take the colours of the theme, also when it changes', async () => {
    await using opened = await openPage(browser, dashboard, '/usage', { colorScheme: 'light' });
    const { page } = opened;
    await painted(page, 'rgb(52, 89, 209)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await painted(page, 'rgb(127, 157, 255)');
    await page.getByLabel('Colours').selectOption('light');
    await painted(page, 'rgb(52, 89, 209)');
  });

  test('an account, a server and a tool are chosen by the keyboard, and stay in the address', async () => {
    await using opened = await openPage(browser, dashboard, '/usage');
    const { page } = opened;
    await choose(page, 'Account', 'desk', '<b>Desk</b>');
    await choose(page, 'MCP server', 'night', '"Night" <i>shift</i>');
    const query = { account: dashboard.accountId, server: server.id };
    await expect.poll(() => addressOf(page)).toEqual(query);
    const unused = page.getByRole('region', { name: 'Tools that nobody calls' });
    await unused.getByText(/were not called since/).waitFor();
    await unused.getByRole('link', { name: 'Choose which to switch off' }).waitFor();
    await expectAccessible(page);
    await choose(page, 'Tool', 'list tags', 'List tags');
    await expect.poll(() => addressOf(page)).toEqual({ ...query, tool: TAGS });
    await page.getByText('3 calls, 100% of them OK.').waitFor();
    await page.reload();
    await page.getByText('3 calls, 100% of them OK.').waitFor();
    await expect.poll(() => page.getByRole('combobox', { name: 'Tool' }).inputValue()).toBe('List tags');
    await page.goBack();
    await page.getByText('4 calls, 75% of them OK.').waitFor();
    expect(opened.complaints).toEqual([]);
  });

  test('tools are sorted by a click, as the address says', async () => {
    await using opened = await openPage(browser, dashboard, '/usage?span=7d');
    const { page } = opened;
    await page.getByRole('button', { name: 'Errors' }).click();
    await expect
      .poll(() => page.getByRole('columnheader', { name: 'Errors' }).getAttribute('aria-sort'))
      .toBe('descending');
    await expect.poll(() => addressOf(page)).toEqual({ span: '7d', sort: '-errors' });
    await expect.poll(() => page.getByRole('table').getByRole('link').first().innerText()).not.toBe('List tags');
  });

  test('where nothing was called it says what to look at instead, and an own time that is none is said at its field', async () => {
    await using opened = await openPage(browser, dashboard, '/usage?tool=list_all_intercom_teams');
    const { page } = opened;
    await page.getByRole('heading', { name: 'No call in this time' }).waitFor();
    await page.getByRole('link', { name: 'Look at everything' }).click();
    await page.getByText('4 calls, 75% of them OK.').waitFor();
    await page.getByText('Own time').click();
    await page.getByLabel('First day').fill('2020-03-03');
    await page.getByLabel('Last day').fill('2020-03-01');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('The last day is before the first one.').waitFor();
    await page.getByLabel('First day').fill('2010-01-01');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    // That of the gateway.
    await page.getByText(/at most 744 are answered/).waitFor();
    await expect.poll(() => page.getByLabel('First day').getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
  });

  test('an auditor sees the tools that nobody calls, and nothing to switch off', async () => {
    const { key } = await dashboard.api('POST', '/admin-key', { name: 'Auditor of use', role: 'auditor' });
    const path = `/usage?account=${dashboard.accountId}&server=${server.id}`;
    await using opened = await openPage(browser, dashboard, path, { key });
    const { page } = opened;
    await page.getByRole('link', { name: 'See the server' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: /switch off|Try it/ }).count()).toBe(0);
  });

  function addressOf(page: Page): Record<string, string> {
    return Object.fromEntries(new URL(page.url()).searchParams);
  }
});

/** Chooses what is found by a text, with keys alone. */
async function choose(page: Page, label: string, text: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type(text);
  await page.getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => field.inputValue()).toBe(name);
}

/** What the columns of a table sum up to, its first column and first row aside. */
function sumsOf([, ...rows]: string[]): number[] {
  const sums: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.split('\t').slice(1).entries()) sums[at] = (sums[at] ?? 0) + Number(cell);
  return sums;
}

/** Waits until the first chart has a pixel of a colour. */
async function painted(page: Page, color: string): Promise<void> {
  await page.locator('canvas').first().waitFor();
  await expect
    .poll(() =>
      page.evaluate((wanted) => {
        const canvas = document.querySelector('canvas');
        const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        for (let at = 0; at < data.length; at += 4)
          if (`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})` === wanted && data[at + 3] === 255) return wanted;
        return 'no such pixel';
      }, color),
    )
    .toBe(color);
}
