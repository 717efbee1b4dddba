import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The generator's own tool type, in a checkout and as a package: for modules that cannot reach the one they name. */
const OWN_RUNTIMES = [
  fileURLToPath(new URL('../../runtime/tool/index.ts', import.meta.url)),
  'intercom-mcp-toolkit/tool',
];

const require = createRequire(import.meta.url);

/** What emitted modules import, besides each other. */
export interface FoundModules {
  /** Where what cannot be found from the output is found after all, by specifier: bare ones, and paths. */
  readonly instead: ReadonlyMap<string, string>;
  /** Runtimes that cannot be reached, for which ours was taken. */
  readonly unresolved: readonly string[];
  /** What is nowhere: without it there is nothing to check types against. */
  readonly missing: readonly string[];
}

/**
 * Finds what emitted modules import as it is found from where they will stand, or else from the generator's own place, as
 * `zod` is in a folder without packages.
 */
export function findModules(out: string, runtimes: readonly string[]): FoundModules {
  const instead = new Map<string, string>();
  const unresolved = [...new Set(runtimes)].filter((runtime) => !isReachable(runtime, out));
  const missing: string[] = [];
  const take = (specifier: string, own: string | undefined): void => {
    if (own === undefined) missing.push(specifier);
    else instead.set(specifier, own);
  };
  for (const runtime of unresolved)
    take(
      runtime,
      OWN_RUNTIMES.map(ownPath).find((path) => path !== undefined),
    );
  if (!isReachable(ZOD, out)) take(ZOD, ownPath(ZOD));
  return { instead, unresolved, missing };
}

const ZOD = 'zod/mini';

/** Whether a specifier leads somewhere, from the modules of tools in a folder. */
function isReachable(specifier: string, out: string): boolean {
  if (specifier.startsWith('.') || isAbsolute(specifier)) {
    const path = resolve(out, 'tools', specifier);
    return [path, path.replace(/js$/, 'ts'), path.replace(/\.js$/, '.d.ts')].some((file) => existsSync(file));
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  return isInstalled(name, resolve(out));
}

/** Whether a folder, or one that it is in, has a package or is one. */
function isInstalled(name: string, folder: string): boolean {
  if (existsSync(join(folder, 'node_modules', name, 'package.json')) || nameOf(folder) === name) return true;
  return dirname(folder) !== folder && isInstalled(name, dirname(folder));
}

function nameOf(folder: string): unknown {
  try {
    const manifest: { name?: unknown } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return manifest.name;
  } catch {
    return undefined;
  }
}

/** The file that a specifier or a path leads to from here. */
function ownPath(specifier: string): string | undefined {
  if (isAbsolute(specifier)) return existsSync(specifier) ? specifier : undefined;
  try {
    // Types stand beside what they are of.
    return require.resolve(specifier).replace(/\.([cm]?)js$/, '.d.$1ts');
  } catch {
    return undefined;
  }
}
