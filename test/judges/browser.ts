import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type { AxeResults } from 'axe-core';
export { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** The script that makes `axe` in a page, which finds what is not accessible. */
export const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
