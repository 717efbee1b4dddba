import { randomUUID } from 'node:crypto';
import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteFile } from '../../dashboard/site/site.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { lookAround, stageName } from './look-around.ts';
import { createMoves } from './moves.ts';

/** Names of other files that are told. */
const TOLD = 3;

/**
 * Writes a site into a folder, all of it or nothing: what an earlier run left there is replaced, and pages of tools that are gone are
 * taken away. Throws {@link ConfigError} where the folder cannot be written, or holds anything else; with `force` that stays beside the
 * site, but for files of the same names.
 */
export async function writeSite(folder: string, files: readonly SiteFile[], force: boolean): Promise<void> {
  try {
    await writeAll(folder, files, force);
  } catch (cause) {
    if (!isOfSystem(cause)) throw cause;
    throw new ConfigError(`${folder} cannot be written: ${cause.message}.`, 'Name another folder.', { cause });
  }
}

async function writeAll(folder: string, files: readonly SiteFile[], force: boolean): Promise<void> {
  const { own, others, stages } = await lookAround(folder);
  if (others.length > 0 && !force) throw hasOthers(folder, others);
  const made = await mkdir(folder, { recursive: true });
  const stage = join(folder, stageName(randomUUID()));
  const moves = createMoves();
  try {
    for (const { path, text } of files) {
      const file = join(stage, 'new', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const paths = new Set(files.map(({ path }) => path));
    const away = [...own, ...others.filter((path) => paths.has(path))];
    for (const path of away) await moves.move(join(folder, path), join(stage, 'old', path));
    for (const path of paths) await moves.move(join(stage, 'new', path), join(folder, path));
  } catch (error) {
    await moves.undo();
    // What was made for the site goes with it.
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
  for (const name of stages) await rm(join(folder, name), { recursive: true, force: true });
  // Of another API, whose last tool went.
  await rmdir(join(folder, 'tools')).catch(() => undefined);
}

function hasOthers(folder: string, others: readonly string[]): ConfigError {
  const more = others.length - TOLD;
  const names = `${others.slice(0, TOLD).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return new ConfigError(
    `${folder} holds files that are not of a catalog: ${names}. Nothing was written.`,
    'Name an empty or a new folder, or add --force to write the site beside them.',
  );
}

function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
