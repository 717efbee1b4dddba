import { existsSync } from 'node:fs';
import { type Browser, chromium } from '../../judges/browser.ts';

// The one without windows of its own does the same pages with less than two thirds of the work.
const programs = ['chromium-headless-shell', 'chromium', 'chromium-browser'].map((name) => `/usr/bin/${name}`);
const executablePath = [process.env.CHROMIUM ?? '', ...programs].find((path) => path !== '' && existsSync(path));

/** True where there is a Chromium for tests of pages; said loudly where not. */
export const hasBrowser = executablePath !== undefined;
if (!hasBrowser) console.warn('SKIPPED: no Chromium; install the package chromium, or name the program in CHROMIUM');

/** Starts Chromium without a window, with more arguments; it asks nobody but the pages that it is led to. */
export function startBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...more,
    ],
  });
}
