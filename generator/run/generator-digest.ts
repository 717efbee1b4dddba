import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../source/digest.ts';

/** What the generator takes of the runtime, in a checkout; in its package it is built in. A test holds it to the imports. */
export const RUNTIME_FILES: readonly string[] = [
  ...['catalog-digest', 'catalog-identity', 'example-arguments', 'known-digests', 'schema-properties'].map(
    (name) => `catalog/${name}.ts`,
  ),
  ...['element-kinds', 'element-stack', 'hidden-element', 'read-html', 'visible-elements'].map(
    (name) => `shape/html/${name}.ts`,
  ),
  ...['canonical-json', 'show-hidden', 'slug', 'value'].map((name) => `value/${name}.ts`),
];

/**
 * The digest of this generator, with the versions of its libraries: of the sources in a checkout, of what is built in the package.
 */
export function generatorDigest(): string {
  const here = fileURLToPath(import.meta.url);
  const root = packageOf(dirname(here));
  const isBuilt = here.startsWith(join(root, 'dist'));
  const own = filesOf(root, isBuilt ? [] : ['dist']).map((file) => join(root, file));
  const runtime = isBuilt ? [] : RUNTIME_FILES.map((file) => join(root, '../runtime', file));
  return digestOf([...own, ...runtime].map((file) => [file.slice(root.length), readFileSync(file)]));
}

/** The folder of the package that a folder is in. */
function packageOf(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageOf(dirname(folder));
}

/** The files of a folder by their paths in it, but for packages and what is left out at its top. */
function filesOf(folder: string, without: readonly string[] = []): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      if (entry.name === 'node_modules' || entry.name.startsWith('.') || without.includes(entry.name)) return [];
      if (!entry.isDirectory()) return [entry.name];
      return filesOf(join(folder, entry.name)).map((file) => join(entry.name, file));
    })
    .sort();
}
