import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A folder in `folder` that `make` fills from a description, whole or not at all; what was made of the same description before, by
 * the files of this folder as they are, is taken as it is.
 */
export async function madeOnce(
  folder: string,
  description: string,
  make: (output: string) => Promise<unknown>,
): Promise<string> {
  const hash = createHash('sha256').update(await readFile(description));
  for (const file of readdirSync(import.meta.dirname)) hash.update(readFileSync(join(import.meta.dirname, file)));
  const done = join(folder, `made-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(done)) return done;
  const making = `${done}.${process.pid}`;
  try {
    await make(making);
    // Another run may have been faster; what it made is the same.
    await rename(making, done).catch((error: unknown) => {
      if (!existsSync(done)) throw error;
    });
    return done;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
