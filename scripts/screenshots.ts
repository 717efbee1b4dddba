// Pictures of the dashboard for docs/images: `npm run screenshots`. A gateway over two made-up workspaces, used for a day by
// a clock that runs fast. `npm run screenshots -- --all DIR` takes every page whole, in two widths and both themes, to look at.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from '../test/gateway/support/browser.ts';
import type { Browser, BrowserContextOptions } from '../test/judges/browser.ts';
import { startShowcase } from './screenshots/showcase.ts';

const IMAGES = new URL('../docs/images/', import.meta.url).pathname;

const { values } = parseArgs({ options: { all: { type: 'string' } } });
const folder = values.all ?? IMAGES;
await mkdir(folder, { recursive: true });
await using showcase = await startShowcase();
const browser = await startBrowser();
try {
  const state = await signIn(browser, await showcase.signInLink());
  const { origin } = new URL(await showcase.signInLink());
  for (const width of [390, 1400])
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        ...{ storageState: state, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' },
        viewport: { width, height: 900 },
      });
      for (const [name, path] of Object.entries(showcase.pages)) {
        const page = await context.newPage();
        await page.goto(`${origin}/dashboard${path}`, { waitUntil: 'networkidle' });
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) console.warn(`${name} scrolls sideways at ${width}: ${wide}`);
        if (values.all === undefined)
          await page.screenshot({
            path: join(folder, `${name}-${colorScheme}${width < 1400 ? `-${width}` : ''}.webp`),
            type: 'webp',
            quality: 60,
          });
        else await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${width}.png`), fullPage: true });
        await page.close();
      }
      await context.close();
    }
} finally {
  await browser.close();
}

/** What a browser keeps of a session. */
async function signIn(browser: Browser, link: string): Promise<NonNullable<BrowserContextOptions['storageState']>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
  return context.storageState();
}
