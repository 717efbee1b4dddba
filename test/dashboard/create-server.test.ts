import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectAccount } from '../../gateway/accounts/connect-account.ts';
import { BY_SYSTEM } from '../../gateway/audit/audit-entry.ts';
import { hasBrowser, startBrowser } from '../gateway/support/browser.ts';
import type { Browser, Page } from '../judges/browser.ts';
import { expectAccessible, openPage } from './support/pages.ts';
import { type Dashboard, startDashboard } from './support/start-dashboard.ts';

describe.skipIf(!hasBrowser)('an MCP server that is created', () => {
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

  const openForm = (options = {}) =>
    openPage(browser, dashboard, `/accounts/${dashboard.accountId}/servers/new`, options);

  test('shows what the preview said, and its URL one time', async () => {
    await using opened = await openForm();
    const { page } = opened;
    await page.getByRole('textbox', { name: 'Name' }).fill('Desk');
    await page.getByText('Read and write').click();
    await page.getByRole('checkbox', { name: /^knowledge base/ }).check();
    await previewed(page, /^33 tools/);
    await page.getByLabel('Search tools').fill('internal article');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Create the server' }).click();
    await page.getByRole('heading', { level: 1, name: 'Desk is ready' }).waitFor();

    const url = await page.getByRole('region', { name: 'URL of the server' }).innerText();
    expect(await toolsAt(url)).toHaveLength(33);
    await page.getByRole('button', { name: 'Test the server' }).click();
    await page.getByText('lists 33 tools. These are the tools of the preview.').waitFor();
    await page.getByRole('tab', { name: 'claude.ai' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const command = page.getByRole('region', { name: 'command for Claude Code' });
    await expect.poll(() => command.innerText()).toBe(`claude mcp add --transport http desk ${url}`);
    await expectAccessible(page);

    const secret = new URL(url).pathname.slice('/mcp/'.length);
    await page.getByRole('link', { name: 'Go to the server' }).click();
    await page.getByRole('heading', { name: 'What clients see' }).waitFor();
    await expect.poll(() => everythingKept(page)).not.toContain(secret);
    await page.goBack();
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    await expect.poll(() => everythingKept(page)).not.toContain(secret);
    expect(opened.complaints).toEqual([]);
  });

  test('over accounts of several versions chooses among the tools of all of them', async () => {
    const older = {
      label: 'Older',
      region: 'sandbox',
      credential: { access_token: 'sandbox' },
      source: 'access_token',
      apiVersion: '2.14',
    } as const;
    const { id } = await connectAccount(dashboard.gateway.context, older, BY_SYSTEM);
    await using opened = await openPage(browser, dashboard, `/accounts/${id}/servers/new`);
    const { page } = opened;
    const ofNewest = page.locator('#tool-list_all_intercom_content_search');
    await previewed(page, /tools/);
    await expect.poll(() => ofNewest.count()).toBe(0);
    await page.getByText('Further accounts').click();
    await page.getByRole('checkbox', { name: 'Sample' }).check();
    await ofNewest.waitFor({ state: 'attached' });
    expect(opened.complaints).toEqual([]);
  });

  test('has each tool on or off as its switch says, turned by keyboard', async () => {
    await using opened = await openForm();
    const { page } = opened;
    await page.getByRole('checkbox', { name: /^voice/ }).check();
    await previewed(page, /^9 tools/);
    await page.getByRole('radio', { name: /^On/ }).check();
    const switches = page.locator('.tool-list [role=switch]');
    await expect.poll(() => switches.count()).toBe(9);
    await switches.first().focus();
    const before = await switches.first().getAttribute('id');
    await page.keyboard.press('Space');
    await previewed(page, /^8 tools/);
    // The one that was switched off is gone from this list: the next has the focus.
    await expect.poll(() => focusedId(page)).toMatch(/^tool-/);
    await expect.poll(() => focusedId(page)).not.toBe(before);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedId(page)).toBe(await switches.nth(1).getAttribute('id'));

    // One beyond the tags and the access: it alone is switched on, and what it needs is said.
    await page.getByRole('radio', { name: /^Off/ }).check();
    await page.getByLabel('Search tools').fill('create_a_intercom_article');
    await page.getByRole('switch', { name: 'Create an article' }).click();
    await page.getByText('Chosen with it, since it needs that: articles').waitFor();
    await previewed(page, /^9 tools/);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByRole('button', { name: 'Take everything' }).click();
    await previewed(page, /^113 tools/);

    await page.getByLabel('Search tools').fill('');
    await page.getByRole('radio', { name: /^All 231/ }).check();
    await page.getByRole('button', { name: 'All shown off' }).click();
    await page.getByText('No tool is on: switch one on.').waitFor();
    await page.getByRole('button', { name: 'All shown on' }).click();
    await previewed(page, /^231 tools/);
    await page.getByText('231 tools are more than some clients take').waitFor();
    await page.getByRole('radio', { name: 'By discovery' }).check();
    await previewed(page, /^4 tools/);
    await page.getByRole('radio', { name: 'By programs' }).check();
    await previewed(page, /^3 tools/);
    await page.getByLabel('Calls of one program').fill('1001');
    await page
      .getByText(/at most 1000/)
      .first()
      .waitFor();
    await page.getByLabel('Calls of one program').fill('20');
    expect(opened.complaints).toEqual([]);
  });

  test('is refused at the field that is wrong, which has the focus', async () => {
    await using opened = await openForm();
    const { page } = opened;
    await page.getByRole('textbox', { name: 'Name' }).fill('Wrong');
    await page.getByText('At a date').click();
    await page.getByLabel('Date and time').fill('2020-01-01T00:00');
    await page.getByRole('button', { name: 'Create the server' }).click();
    await page.getByText(/is in the past/).waitFor();
    const date = page.getByLabel('Date and time');
    await expect.poll(() => date.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => date.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByText('Never').first().click();
    // These are known before anything is sent.
    await page.getByLabel('Search tools').fill('internal article');
    await page.getByLabel('Allowed addresses').fill('10.0.0.1, everybody');
    await page
      .getByText(/an IP address, or a range/)
      .first()
      .waitFor();
    await expect.poll(() => page.getByLabel('Allowed addresses').getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await page.getByLabel('Allowed addresses').fill('');
    await page.getByLabel('Prefix').fill('p'.repeat(40));
    await page
      .getByText(/64 characters/)
      .first()
      .waitFor();
    await expect.poll(() => page.getByLabel('Prefix').getAttribute('aria-invalid')).toBe('true');
    expect(opened.complaints).toEqual([]);
  });

  test('with a second factor is tested with an API token, and its URL is no secret', async () => {
    const { token } = await dashboard.api('POST', '/api-token', {
      name: 'For tests',
      integrated_account_id: dashboard.accountId,
    });
    await using opened = await openForm();
    const { page } = opened;
    await page.getByRole('textbox', { name: 'Name' }).fill('<img src=x onerror=alert(1)>');
    await page.getByRole('switch', { name: 'Second factor' }).check();
    await previewed(page, /^113 tools/);
    await page.getByRole('button', { name: 'Create the server' }).click();
    await page.getByRole('heading', { level: 1, name: '<img src=x onerror=alert(1)> is ready' }).waitFor();
    await expect.poll(() => page.getByText('Shown once').count()).toBe(0);
    await page.getByRole('button', { name: 'Test the server' }).click();
    await page.getByText('It asks for an API token').waitFor();
    await page.getByLabel('API token to test with').fill(token);
    await page.getByRole('button', { name: 'Test the server' }).click();
    await page.getByText('These are the tools of the preview.').waitFor();
    expect(opened.complaints).toEqual([]);
  });

  test('is made by a form that outlives the session', async () => {
    const { key } = await dashboard.api('POST', '/admin-key', { name: 'Short of time', role: 'admin' });
    await using opened = await openForm({ key });
    const { page } = opened;
    await page.getByRole('textbox', { name: 'Name' }).fill('Late');
    await page.getByLabel('Owner').fill('Ada');
    await previewed(page, /^113 tools/);
    for (const { id, admin } of (await dashboard.api('GET', '/session')).result)
      if (admin.name === 'Short of time') await dashboard.api('DELETE', `/session/${id}`);
    await page.getByRole('button', { name: 'Create the server' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('Admin key').fill(key);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByLabel('Owner').inputValue()).toBe('Ada');
    await page.getByRole('button', { name: 'Create the server' }).click();
    await page.getByRole('heading', { level: 1, name: 'Late is ready' }).waitFor();
    const url = await page.getByRole('region', { name: 'URL of the server' }).innerText();
    // As a browser says that it leaves a page, which it may keep to go back to.
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    await page.getByRole('heading', { level: 1, name: 'Create an MCP server' }).waitFor();
    await expect.poll(() => page.content()).not.toContain(new URL(url).pathname);
  });

  test('is nothing that an auditor can make', async () => {
    const { key } = await dashboard.api('POST', '/admin-key', { name: 'Auditor of forms', role: 'auditor' });
    await using opened = await openForm({ key });
    await opened.page.getByText('Your key reads, and changes nothing').waitFor();
    await expect.poll(() => opened.page.getByRole('textbox').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });
});

/** Waits until the preview says this, as it is told to screen readers. */
async function previewed(page: Page, figures: RegExp): Promise<void> {
  // By its place: roles and names of a page with hundreds of tools take long to find.
  await page.locator('.preview [role=status]').filter({ hasText: figures }).waitFor();
}

function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id);
}

/** What a page and its browser still have of what was shown. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () =>
    JSON.stringify([
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input, textarea')].map((field) => Reflect.get(field, 'value')),
      location.href,
      history.state,
      { ...localStorage, ...sessionStorage },
      performance.getEntries().map(({ name }) => name),
      await caches.keys(),
    ]),
  );
}

/** The names of the tools that a client is shown at a URL. */
async function toolsAt(url: string): Promise<string[]> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  const { tools } = await client.listTools();
  await client.close();
  return tools.map(({ name }) => name);
}
