import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../../runtime/value/errors.ts';
import { apiFiles } from './api-files.ts';
import { type ApiBundleOptions, apiManifest } from './api-manifest.ts';
import { type BundleOptions, desktopManifest } from './desktop-manifest.ts';

/** Where the programs of a bundle were built: in the package, and in a checkout once it was built. */
export function builtPrograms(): string {
  const folder = import.meta.url.endsWith('.ts') ? '../../dist/desktop' : '../../desktop';
  return fileURLToPath(new URL(folder, import.meta.url));
}

/** What was built, by where it stands in a bundle. */
const PROGRAMS = {
  'server/index.js': 'index.js',
  'server/server.js': 'server.js',
  'server/box-thread.js': 'box-thread.js',
  'icon.png': 'icon.png',
  'LICENCES.txt': 'licences.txt',
} as const;

/** What was built for another API lies in a folder of its own: the server, what generated tools import, and what these share. */
const API_FOLDER = 'api';

/** All files of a bundle of another API by their paths in it; throws {@link ConfigError} where the programs were not built. */
export async function apiBundleFiles(
  built: string,
  folder: string,
  options: ApiBundleOptions,
): Promise<Record<string, Uint8Array>> {
  const { 'server/server.js': _, ...programs } = PROGRAMS;
  const own = await readdir(join(built, API_FOLDER)).catch((cause: unknown) => {
    throw new ConfigError(`${join(built, API_FOLDER)} is missing.`, 'In a checkout npm run build makes it.', { cause });
  });
  const files = { ...(await commonFiles(apiManifest(options))), ...(await apiFiles(folder)) };
  for (const [path, file] of Object.entries(programs)) files[path] = await readBuilt(join(built, file));
  for (const file of own) files[`server/${file}`] = await readBuilt(join(built, API_FOLDER, file));
  return files;
}

/** All files of a bundle by their paths in it; throws {@link ConfigError} where the programs were not built. */
export async function bundleFiles(built: string, options: BundleOptions): Promise<Record<string, Uint8Array>> {
  const files = await commonFiles(desktopManifest(options));
  for (const [path, file] of Object.entries(PROGRAMS)) files[path] = await readBuilt(join(built, file));
  return files;
}

async function commonFiles(manifest: {
  readonly name: string;
  readonly version: string;
}): Promise<Record<string, Uint8Array>> {
  const { name, version } = manifest;
  return {
    'manifest.json': json(manifest),
    'package.json': json({ name, version, private: true, type: 'module' }),
    'server/quickjs.wasm': await readFile(createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm')),
  };
}

async function readBuilt(path: string): Promise<Uint8Array> {
  return await readFile(path).catch((cause: unknown) => {
    throw new ConfigError(`${path} is missing.`, 'In a checkout npm run build makes it.', { cause });
  });
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
