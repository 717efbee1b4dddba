import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built dashboard. */
    readonly dashboard: string;
  }
}

const ROOT = fileURLToPath(new URL('../../../dashboard', import.meta.url));

/** Builds the pages once for all tests in a browser, beside what was built for use; answers how to take them away. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(join(tmpdir(), 'dashboard-'));
  await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn', build: { outDir } });
  project.provide('dashboard', outDir);
  return () => rm(outDir, { recursive: true, force: true });
}
