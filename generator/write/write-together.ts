import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail } from '../diagnostics/fail.ts';

/** The text of a file, or undefined when there is no such file. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/**
 * Writes the files that changed, all or none, and returns their paths: first whole beside the old ones, then renamed. Where
 * the system refuses, a diagnostic says why.
 */
export async function writeTogether(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const steps: { path: string; text: string; before: string | undefined; temporary: string }[] = [];
  for (const [path, text] of files) {
    const before = await readIfThere(path);
    const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
    if (before !== text) steps.push({ path, text, before, temporary });
  }
  const renamed: typeof steps = [];
  try {
    for (const { path, text, temporary } of steps) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(temporary, text);
    }
    for (const step of steps) {
      await rename(step.temporary, step.path);
      renamed.push(step);
    }
  } catch (error) {
    for (const { path, before } of renamed) await (before === undefined ? rm(path) : writeFile(path, before));
    throw isSystemError(error) ? fail('OUTPUT_UNWRITABLE', `nothing was written: ${error.message}`) : error;
  } finally {
    for (const { temporary } of steps) await rm(temporary, { force: true });
  }
  return steps.map(({ path }) => path);
}
