import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import { expectAccessible, openPage } from './support/pages.ts';
import { startDashboard } from './support/start-dashboard.ts';

describe.skipIf(!hasBrowser)('the accounts', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  test('stand in a list, with their state, region and servers', async () => {
    await using dashboard = await startDashboard();
    await using opened = await openPage(browser, dashboard);
    const { page } = opened;
    const row = page.getByRole('row', { name: /Sample/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/Connected\s+sandbox/);
    await expectAccessible(page);
    expect(opened.complaints).toEqual([]);
  });
});
