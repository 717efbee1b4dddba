import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { Prepared } from '../contestants/contestant.ts';
import type { Figures } from './figures.ts';
import type { MetricName } from './metrics.ts';

/** Adds what is installed, what is published, and what a program for browsers or workers with one tool is as one minified file. */
export async function measureSize(
  { name, folder, servingFolder = folder, tarball, oneTool }: Prepared & { readonly name: string },
  figures: Figures<MetricName>,
): Promise<void> {
  figures.add(name, 'installed', bytesIn(join(servingFolder, 'node_modules')) / 2 ** 20);
  if (tarball !== undefined) figures.add(name, 'tarball', statSync(tarball).size / 1000);
  if (oneTool !== undefined)
    await bundledBytes(oneTool).then(
      (bytes) => figures.add(name, 'bundle', bytes / 1000),
      (error: unknown) => figures.refuse(name, 'bundle', error),
    );
}

/** The bytes of all files of a folder, each counted as long as it is. */
function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + bytesIn(path);
    return entry.isFile() ? sum + statSync(path).size : sum;
  }, 0);
}

/** Bytes of the chunks that a program loads before it does anything; what it loads later is not among them. */
async function bundledBytes({ folder, code }: { readonly folder: string; readonly code: string }): Promise<number> {
  const entry = join(folder, 'bench-one-tool.ts');
  const build = await rolldown({
    input: entry,
    platform: 'browser',
    external: /^node:/,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  const chunks = output.filter((chunk) => chunk.type === 'chunk');
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of loaded) for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  return [...loaded].reduce((sum, { code: text }) => sum + Buffer.byteLength(text), 0);
}
