import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BY_SYSTEM } from '../../gateway/audit/audit-entry.ts';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import type { Browser, Page } from '../judges/browser.ts';
import { callTool } from './support/call-tool.ts';
import { expectAccessible, openPage } from './support/pages.ts';
import { type Dashboard, startDashboard } from './support/start-dashboard.ts';

const HOSTILE = '=1+1 <img src=x onerror=alert(1)><script>alert(2)</script>';

describe.skipIf(!hasBrowser)('the page of the audit log', () => {
  let browser: Browser;
  let dashboard: Dashboard;
  beforeAll(async () => {
    [browser, dashboard] = await Promise.all([startBrowser(), startDashboard({ label: HOSTILE })]);
    const { accountId, api } = dashboard;
    const config = { methods: ['read', 'write'], tags: ['support'] };
    const { url } = await api('POST', `/integrated-account/${accountId}/mcp`, { name: HOSTILE, config });
    await api('POST', '/api-token', { name: HOSTILE, integrated_account_id: accountId });
    await callTool(url, 'create_or_update_a_intercom_tag', { name: 'VIP' });
    await callTool(url, 'list_all_intercom_tags');
    await dashboard.gateway.context.audit.flush();
  });
  afterAll(async () => {
    await browser?.close();
    await dashboard?.[Symbol.asyncDispose]();
  });

  test('shows hostile names as text, and breaks no rule of accessibility', async () => {
    await using opened = await openPage(browser, dashboard, '/audit');
    const { page } = opened;
    const row = page.getByRole('row', { name: /api_token\.create/ });
    await expect.poll(() => row.innerText()).toContain(HOSTILE);
    await page.getByRole('button', { name: 'Filters' }).click();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 700 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(opened.complaints).toEqual([]);
  });

  test('a click on a value narrows it, each filter is taken away, and back leads back', async () => {
    await using opened = await openPage(browser, dashboard, '/audit');
    const { page } = opened;
    await page.getByRole('link', { name: 'list_all_intercom_tags' }).click();
    await expect.poll(() => rowsOf(page)).toBe(1);
    await page.getByRole('link', { name: 'OK' }).click();
    await expect.poll(() => addressOf(page)).toEqual({ tool: 'list_all_intercom_tags', status: 'ok' });
    const chips = page.getByRole('list', { name: 'Filters that are set' });
    await expect.poll(() => chips.getByRole('listitem').count()).toBe(3);
    await chips.getByRole('link', { name: /Outcome/ }).click();
    // The chip is gone, and the keyboard goes on where it was.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Filters');
    await expect.poll(() => addressOf(page)).toEqual({ tool: 'list_all_intercom_tags' });
    await page.goBack();
    await expect.poll(() => addressOf(page)).toEqual({ tool: 'list_all_intercom_tags', status: 'ok' });
    await page.getByRole('link', { name: 'Clear all' }).click();
    await expect.poll(() => rowsOf(page)).toBeGreaterThan(4);
  });

  test('is narrowed by a form, whose refusals stand at their fields', async () => {
    await using opened = await openPage(browser, dashboard, '/audit?from=yesterday');
    const { page } = opened;
    await page.getByText(/from: must be an ISO date-time/).waitFor();
    await expect.poll(() => page.getByLabel('From', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('link', { name: /From yesterday/ }).click();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Who', { exact: true }).focus();
    await page.keyboard.type('nobody', { delay: 5 });
    await expect.poll(() => addressOf(page)).toEqual({});
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /Who nobody/ }).waitFor();
    await expect
      .poll(() => page.getByLabel('Who', { exact: true }).evaluate((input) => input === document.activeElement))
      .toBe(true);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    // A suggestion that was chosen.
    await page.getByLabel('Action', { exact: true }).fill('server.create');
    await expect.poll(() => rowsOf(page)).toBe(1);
    await page.getByLabel('Before', { exact: true }).fill('2001-01-01T00:00');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No entry fits these filters' }).waitFor();
    await expect
      .poll(() => addressOf(page))
      .toMatchObject({ action: 'server.create', to: expect.stringMatching(/^200[01]-.*Z$/) });
    await expectAccessible(page);
  });

  test('an entry has all its fields, its place in the chain, and the other line of its call', async () => {
    const { result } = await dashboard.api('GET', '/audit?tool=create_or_update_a_intercom_tag&status=ok');
    const [entry] = result;
    await using opened = await openPage(browser, dashboard, '/audit?status=ok&tool=create_or_update_a_intercom_tag');
    const { page } = opened;
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: 'create_or_update_a_intercom_tag' }).waitFor();
    for (const text of [entry.hash, entry.id, String(entry.seq), entry.call_id, HOSTILE])
      await page.getByText(text, { exact: true }).first().waitFor();
    await expect
      .poll(() => page.getByLabel('shape of the arguments', { exact: true }).innerText())
      .toContain('"name": "string"');
    await expectAccessible(page);
    const related = page.getByRole('table', { name: 'Other entries of the call' });
    await expect.poll(() => related.getByRole('row').last().innerText()).toContain('Begun');
    await related.getByRole('link').first().click();
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').click();
    await expect.poll(() => addressOf(page)).toEqual({ status: 'ok', tool: 'create_or_update_a_intercom_tag' });
    expect(opened.complaints).toEqual([]);
  });

  test('an entry of a program says what it came to, and leads to all that the program did', async () => {
    const { audit } = dashboard.gateway.context;
    const call = { ...BY_SYSTEM, action: 'tools/call', program_id: 'program-1' } as const;
    await audit.record({ ...call, tool: 'list_all_intercom_tags', status: 'refused_rate_limited' });
    await audit.record({ ...call, tool: 'run_code', status: 'program_time' });
    await using opened = await openPage(browser, dashboard, '/audit?status=program_time');
    const { page } = opened;
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByText('It was ended when its time was over.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'program-1' }).click();
    await page.getByText('Refused: rate limited').waitFor();
    await expect.poll(() => addressOf(page)).toEqual({ program_id: 'program-1' });
    await expect.poll(() => rowsOf(page)).toBe(2);
    expect(opened.complaints).toEqual([]);
  });

  test('what is filtered is downloaded as a table or lines, its formulas defused', async () => {
    await using opened = await openPage(browser, dashboard, '/audit?action=api_token.create');
    const { page } = opened;
    const download = async (name: RegExp): Promise<string> => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      const chunks = [];
      for await (const chunk of await file.createReadStream()) chunks.push(chunk);
      return Buffer.concat(chunks).toString();
    };
    const csv = (await download(/CSV/)).trim().split('\r\n');
    expect(csv).toHaveLength(2);
    expect(csv[1]).toContain(`'${HOSTILE}`);
    const lines = (await download(/NDJSON/)).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).target)).toEqual([HOSTILE]);
  });

  test('more than a page is shown when it is asked for', async () => {
    const { audit } = dashboard.gateway.context;
    for (let count = 0; count < 60; count += 1)
      void audit.record({ ...BY_SYSTEM, action: 'keys.rotate', status: 'ok' });
    await audit.flush();
    await using opened = await openPage(browser, dashboard, '/audit?action=keys.rotate');
    const { page } = opened;
    await page.getByText('50 entries').waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('60 entries').waitFor();
    await expect.poll(() => rowsOf(page)).toBe(60);
    await expect.poll(() => page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  });

  function rowsOf(page: Page): Promise<number> {
    return page.locator('tbody tr').count();
  }

  function addressOf(page: Page): Record<string, string> {
    return Object.fromEntries(new URL(page.url()).searchParams);
  }
});
