import { expect } from 'vitest';
import {
  type AxeResults,
  axeScript,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '../../judges/browser.ts';
import type { Dashboard } from './start-dashboard.ts';

/** A page of the dashboard in a browser of its own, and what its console complained of. */
export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
  /** Also what the content security policy blocked. */
  readonly complaints: string[];
}

/** Opens a page below `/dashboard`, signed in as the admin, or by another key. */
export async function openPage(
  browser: Browser,
  dashboard: Dashboard,
  path = '/',
  { key, ...options }: BrowserContextOptions & { key?: string } = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  // What a gateway refuses is told there as well, and meant.
  page.on('console', (message) => {
    const isMeant = /status of 4\d\d/.test(message.text());
    if (!isMeant && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  if (key === undefined) await page.goto(await dashboard.signInLink());
  else {
    await page.goto(`${dashboard.url}/dashboard/`);
    await page.getByLabel('Admin key').fill(key);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }
  await page.getByRole('navigation', { name: 'Pages' }).waitFor({ state: 'attached' });
  if (path !== '/') await page.goto(`${dashboard.url}/dashboard${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** Expects a page, as it is now, to break no rule of axe-core: all of them in light, those of colours in dark as well. */
export async function expectAccessible(page: Page): Promise<void> {
  // The policy of the page lets no script in, and the browser's own tools are not bound by it.
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(`${axeScript}; 0`);
  for (const [colorScheme, rules] of [
    ['light', {}],
    ['dark', { runOnly: ['color-contrast', 'link-in-text-block'] }],
  ] as const) {
    // Colours that are on their way from one theme to the other are in neither.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const options = JSON.stringify({ resultTypes: ['violations'], ...rules });
    const { violations } = await page.evaluate(`axe.run(document, ${options})`).then(read);
    const found = violations.map(
      ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    );
    expect(found).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** What axe-core answered. */
function read(value: unknown): AxeResults {
  return value as AxeResults;
}
