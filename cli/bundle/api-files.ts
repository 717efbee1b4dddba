import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { stripTypes } from '../../runtime/code/box/strip-types.ts';
import { ConfigError } from '../../runtime/value/errors.ts';

/** What generated files import, by what of a bundle does for it. */
const PROGRAMS: ReadonlyMap<string, string> = new Map([
  ['intercom-mcp-toolkit/tool', 'server/tool.js'],
  ['intercom-mcp-toolkit/runtime', 'server/runtime.js'],
  ['zod/mini', 'server/zod.js'],
]);

/** Files at the top of a generated folder that a server loads, with the profile beside them. */
const FILES = /^(?:(?:api|answers|connection|facts|modules|profile)\.[tj]s|(?:answers|catalog)\.json)$/;

/**
 * What of a generated folder a server loads, as JavaScript that needs no packages, by paths in a bundle. Throws {@link ConfigError}
 * for a file that imports what a bundle has not.
 */
export async function apiFiles(folder: string): Promise<Record<string, Uint8Array>> {
  const names = (await entriesOf(folder)).filter((name) => FILES.test(name));
  const tools = (await readdir(join(folder, 'tools'))).filter(
    (name) => /\.[tj]s$/.test(name) && !name.endsWith('.d.ts'),
  );
  const files: Record<string, Uint8Array> = {};
  const all = [...names, ...tools.map((tool) => `tools/${tool}`)];
  const paths = new Map(all.map((name) => [name, `api/${name.replace(/\.ts$/, '.js')}`]));
  const known = new Set(paths.values());
  for (const [name, path] of paths) {
    const text = await readFile(join(folder, name), 'utf8');
    const own = name.endsWith('.json') ? text : await compiled(text, { name, path, known });
    files[path] = new TextEncoder().encode(own);
  }
  return files;
}

/** What is in a folder; a package is a file, whose parts stand wherever its author put them. */
async function entriesOf(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((cause: unknown) => {
    throw new ConfigError(
      `${folder} is no folder.`,
      'A bundle is made of the folder that intercom-mcp generate wrote: name that with --api.',
      { cause },
    );
  });
}

/** A file that goes into a bundle. */
interface Placed {
  readonly name: string;
  readonly path: string;
  /** Paths of all that is generated. */
  readonly known: ReadonlySet<string>;
}

async function compiled(text: string, placed: Placed): Promise<string> {
  const { name } = placed;
  const stripped = name.endsWith('.ts') ? await stripTypes(text) : { text };
  if ('fault' in stripped)
    throw new ConfigError(`${name} is no TypeScript: ${stripped.fault}.`, 'Generate the folder again.');
  const to = (specifier: string): string => inBundle(specifier, placed);
  return stripped.text
    .replaceAll(
      IMPORT,
      (_, head: string, quote: string, specifier: string) => `${head}${quote}${to(specifier)}${quote}`,
    )
    .replaceAll(LOADED, (_, quote: string, specifier: string) => `import(${quote}${to(specifier)}${quote})`);
}

/** An import at the beginning of a line, or the end of one that takes several: not what a text says of imports. */
const IMPORT = /^((?:import\b|export\b|\})[^'"\n]*?\bfrom |import )(['"])([^'"\n]+)\2/gm;

/** A file beside this one that is loaded when it is needed. */
const LOADED = /\bimport\((['"])(\.[^'"\n]+)\1\)/g;

function inBundle(specifier: string, { name, path, known }: Placed): string {
  const own = PROGRAMS.get(specifier);
  if (own !== undefined) return posix.relative(posix.dirname(path), own);
  if (specifier.startsWith('node:')) return specifier;
  const there = specifier.replace(/\.ts$/, '.js');
  if (specifier.startsWith('.') && known.has(posix.join(posix.dirname(path), there))) return there;
  throw new ConfigError(
    `${name} imports ${specifier}, which a bundle does not have.`,
    'Write what it needs into the file itself.',
  );
}
