import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { ConfigError } from '../../runtime/value/errors.ts';
import { builtPrograms, bundleFiles } from './bundle-files.ts';
import { type BundleOptions, bundleName } from './desktop-manifest.ts';
import { isEarlierBundle } from './is-earlier-bundle.ts';
import { zipFiles } from './zip-files.ts';

/** A bundle to write. */
export interface WriteBundleOptions extends BundleOptions {
  /** Its file; one called after the bundle, in the working directory, unless given. */
  readonly out?: string | undefined;
  readonly force: boolean;
  /** Where its programs were built. */
  readonly built?: string;
}

/** What was written. */
export interface BundleReport {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What Claude Desktop opens. */
const EXTENSION = '.mcpb';

/**
 * Writes a bundle for Claude Desktop, all of it or nothing, in place of an earlier one. Throws {@link ConfigError} where the file
 * cannot be written, or is anything else and `force` was not given.
 */
export async function writeBundle({
  workspace,
  presets,
  out = `${bundleName(workspace)}${EXTENSION}`,
  force,
  built = builtPrograms(),
}: WriteBundleOptions): Promise<BundleReport> {
  if (extname(out).toLowerCase() !== EXTENSION)
    throw new ConfigError(`${out} does not end in ${EXTENSION}.`, `Claude Desktop opens files that do: name one.`);
  const bytes = zipFiles(await bundleFiles(built, { workspace, presets }));
  try {
    if (!force) await refuseOthers(out);
    await replace(out, bytes);
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new ConfigError(`${out} cannot be written: ${cause.message}.`, 'Name another file.', { cause });
  }
  return { file: out, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function refuseOthers(out: string): Promise<void> {
  const before = await readFile(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (before === undefined || isEarlierBundle(before)) return;
  throw new ConfigError(
    `${out} is there already, and is no bundle of this command. Nothing was written.`,
    'Name another file, or add --force to replace it.',
  );
}

/** Nobody sees half a file, and what stood there stays until the new one is whole. */
async function replace(out: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(out);
  await mkdir(folder, { recursive: true });
  const stage = join(folder, `.${basename(out)}-${randomUUID()}.tmp`);
  try {
    await writeFile(stage, bytes, { flag: 'wx' });
    await rename(stage, out);
  } finally {
    await rm(stage, { force: true });
  }
}
