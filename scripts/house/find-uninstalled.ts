import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileGraph } from './circles.ts';
import { readSourceFiles } from './source-files.ts';

/** What cannot be checked in a checkout, for want of packages that only tests use. */
interface Uninstalled {
  /** Folders with packages of their own that are not installed, such as `test/judges`. */
  readonly folders: readonly string[];
  /** Files that import them, directly or by other files. */
  readonly files: readonly string[];
}

/** What the checkout in `root` lacks of the packages in folders of `test/`; of no cost where nothing is lacking. */
export function findUninstalled(root: string): Uninstalled {
  const folders = readdirSync(join(root, 'test'))
    .map((name) => `test/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .filter((folder) => !existsSync(join(root, folder, 'node_modules')));
  if (folders.length === 0) return { folders, files: [] };
  const sources = readSourceFiles(root);
  const graph = fileGraph(sources);
  const files = new Set<string>();
  for (const folder of folders) {
    const packages = packagesOf(join(root, folder));
    const isNamed = ([, name = '']: readonly string[]): boolean => packages.has(packageOf(name));
    for (const [path, { text }] of sources)
      if (path.startsWith(`${folder}/`) && [...text.matchAll(LOADED)].some(isNamed)) files.add(path);
  }
  // A set tells also of what is added to it meanwhile.
  for (const file of files) for (const [path, imported] of graph) if (imported.has(file)) files.add(path);
  return { folders, files: [...files].sort() };
}

const LOADED = /\b(?:from|import|import\(|resolve\() ?'([^'.]+)[^']*'/g;

function packagesOf(folder: string): ReadonlySet<string> {
  // Written by hand in this project.
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, object | undefined>;
  return new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
