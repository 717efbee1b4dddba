import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../source/digest.ts';
import { replacedFiles, WHOLE } from '../write/own-files.ts';

/** The digest of files that are written. */
export function outputsDigest(files: ReadonlyMap<string, string>): string {
  return digestOf([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The digest of what stands in a folder, of all that a run would write or delete. Undefined where something is not there. */
export function standingDigest(out: string): string | undefined {
  try {
    const names = [...WHOLE, ...replacedFiles(out)].sort();
    return digestOf(names.map((name) => [name, readFileSync(join(out, name))]));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
