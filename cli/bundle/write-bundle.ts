import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { ConfigError } from '../../runtime/value/errors.ts';
import { replaceFile } from '../files/replace-file.ts';
import { systemCode } from '../files/system-code.ts';
import { type ApiBundleOptions, apiBundleName } from './api-manifest.ts';
import { apiBundleFiles, builtPrograms, bundleFiles } from './bundle-files.ts';
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
  return await write(out, force, () => bundleFiles(built, { workspace, presets }));
}

/** A bundle of another API to write. */
export interface WriteApiBundleOptions extends ApiBundleOptions {
  /** The generated folder. */
  readonly folder: string;
  readonly out?: string | undefined;
  readonly force: boolean;
  readonly built?: string;
}

/** As {@link writeBundle}, of another API. */
export async function writeApiBundle({
  folder,
  out,
  force,
  built = builtPrograms(),
  ...options
}: WriteApiBundleOptions): Promise<BundleReport> {
  const file = out ?? `${apiBundleName(options.profile.id, options.workspace)}${EXTENSION}`;
  return await write(file, force, () => apiBundleFiles(built, folder, options));
}

async function write(
  out: string,
  force: boolean,
  make: () => Promise<Record<string, Uint8Array>>,
): Promise<BundleReport> {
  if (extname(out).toLowerCase() !== EXTENSION)
    throw new ConfigError(`${out} does not end in ${EXTENSION}.`, `Claude Desktop opens files that do: name one.`);
  const bytes = zipFiles(await make());
  if (!force) await refuseOthers(out);
  await replaceFile(out, bytes, { mode: 0o644 });
  return { file: out, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function refuseOthers(out: string): Promise<void> {
  const before = await readFile(out).catch((cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw new ConfigError(`${out} cannot be written (${systemCode(cause)}).`, 'Name another file.', { cause });
  });
  if (before === undefined || isEarlierBundle(before)) return;
  throw new ConfigError(
    `${out} is there already, and is no bundle of this command. Nothing was written.`,
    'Name another file, or add --force to replace it.',
  );
}
