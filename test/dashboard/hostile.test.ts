import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import type { Browser } from '../judges/browser.ts';
import { callTool } from './support/call-tool.ts';
import { type OpenedPage, openPage } from './support/pages.ts';
import { type Dashboard, startDashboard } from './support/start-dashboard.ts';

/** A text that runs where it is taken for markup: it would leave a mark on the page. */
const HOSTILE = `"'><script>document.documentElement.dataset.owned=1</script><img src=x onerror="document.documentElement.dataset.owned=1">`;

describe.skipIf(!hasBrowser)('hostile texts', () => {
  let browser: Browser;
  let dashboard: Dashboard;
  let serverId: string;
  let opened: OpenedPage;
  beforeAll(async () => {
    [browser, dashboard] = await Promise.all([startBrowser(), startDashboard({ label: HOSTILE })]);
    const { id, url } = await dashboard.api('POST', `/integrated-account/${dashboard.accountId}/mcp`, {
      name: HOSTILE,
      owner: HOSTILE,
      config: { methods: ['read', 'write'], tags: ['tags'] },
    });
    serverId = id;
    await callTool(url, 'create_or_update_a_intercom_tag', { name: HOSTILE });
    await callTool(url, HOSTILE, { [HOSTILE]: HOSTILE });
    await dashboard.api('POST', '/admin-key', { name: HOSTILE, role: 'auditor' });
    await dashboard.api('POST', '/api-token', { name: HOSTILE, integrated_account_id: null });
    opened = await openPage(browser, dashboard);
  });
  afterAll(async () => {
    await browser?.close();
    await dashboard?.[Symbol.asyncDispose]();
  });

  test.for<[string, () => string]>([
    ['the accounts', () => '/'],
    ['servers', () => `/accounts/${dashboard.accountId}`],
    ['details', () => `/accounts/${dashboard.accountId}/details`],
    ['one server', () => `/accounts/${dashboard.accountId}/servers/${serverId}`],
    ['its form', () => `/accounts/${dashboard.accountId}/servers/${serverId}/edit`],
    ['its snippets', () => `/accounts/${dashboard.accountId}/servers/${serverId}/connect`],
    ['usage', () => `/usage?account=${dashboard.accountId}&server=${serverId}`],
    ['the audit log', () => '/audit'],
    ['a filter', () => `/audit?actor=${encodeURIComponent(HOSTILE)}&tool=${encodeURIComponent(HOSTILE)}`],
    ['a tool to try', () => `/try?account=${dashboard.accountId}&tool=${encodeURIComponent(HOSTILE)}`],
    ['the catalog', () => `/catalog?q=${encodeURIComponent(HOSTILE)}`],
    ['a tool', () => `/catalog/${encodeURIComponent(HOSTILE)}`],
    ['access', () => '/access'],
  ])('are texts in %s', async ([, path]) => {
    const { page } = opened;
    await page.goto(`${dashboard.url}/dashboard${path()}`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.owned)).toBeUndefined();
    await expect.poll(() => page.locator('img[src="x"], #app script').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  test('would run nothing even as markup: the policy of the page blocks it', async () => {
    const { page, complaints } = opened;
    const outcome = await page.evaluate((text) => {
      const script = document.createElement('script');
      const refusals: string[] = [];
      for (const put of [
        () => document.body.insertAdjacentHTML('beforeend', text),
        () => {
          document.body.innerHTML += text;
        },
        () => {
          script.text = 'document.documentElement.dataset.owned = 1';
          document.body.append(script);
        },
        () => document.body.setAttribute('onclick', 'document.documentElement.dataset.owned = 1'),
      ])
        try {
          put();
          refusals.push('put');
        } catch (error) {
          refusals.push(error instanceof Error ? error.name : 'thrown');
        }
      document.body.click();
      return { owned: document.documentElement.dataset.owned, refusals };
    }, HOSTILE);
    expect(outcome.owned).toBeUndefined();
    expect(outcome.refusals.slice(0, 3)).toEqual(['TypeError', 'TypeError', 'TypeError']);
    expect(complaints.join(' ')).toMatch(/Content Security Policy|TrustedHTML/);
  });
});
