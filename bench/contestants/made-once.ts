import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A folder in `folder` that `make` fills from a description; what was made of the same description, by the files of this folder
 * as they are, is taken as it is.
 */
export async function madeOnce(
  folder: string,
  description: string,
  make: (output: string) => Promise<unknown>,
): Promise<string> {
  const hash = createHash('sha256').update(await readFile(description));
  for (const file of readdirSync(import.meta.dirname)) hash.update(readFileSync(join(import.meta.dirname, file)));
  const output = join(folder, `made-${hash.digest('hex').slice(0, 12)}`);
  const done = `${output}.done`;
  if (existsSync(done)) return done;
  await rm(output, { recursive: true, force: true });
  await make(output);
  await rename(output, done);
  return done;
}
