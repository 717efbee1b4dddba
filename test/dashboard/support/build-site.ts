import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBuilder } from 'vite';

const ROOT = fileURLToPath(new URL('../../../dashboard/site', import.meta.url));

/** Builds what a site of the catalog is made of, beside what was built for use; it goes with the scope. */
export async function buildSite(): Promise<{ folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'catalog-site-'));
  const builder = await createBuilder({
    ...{ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' },
    environments: {
      client: { build: { outDir: join(folder, 'assets') } },
      ssr: { build: { outDir: join(folder, 'render') } },
    },
  });
  await builder.buildApp();
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
