import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** A description in a file. */
export interface Description {
  /** Its path in the folder of all, without its ending. */
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

/** All descriptions of a folder and of those within it, by name. */
export async function findDescriptions(folder: string): Promise<Description[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:json|ya?ml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.map(async (file) => ({
      name: relative(folder, file).replace(/\.\w+$/, ''),
      file,
      bytes: (await stat(file)).size,
    })),
  );
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * So many of the descriptions, the same ones for the same seed: one of every vendor before a second one of any, so that
 * those of whom there are hundreds do not decide.
 */
export function chooseDescriptions(
  all: readonly Description[],
  { count, seed }: { count: number; seed: number },
): Description[] {
  const random = randomNumbers(seed);
  const shuffled = all.map((one) => ({ one, key: random() })).sort((a, b) => a.key - b.key);
  const seen = new Map<string, number>();
  const ranked = shuffled.map(({ one }) => {
    const vendor = one.name.split('/')[0] ?? one.name;
    const rank = seen.get(vendor) ?? 0;
    seen.set(vendor, rank + 1);
    return { one, rank };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ one }) => one);
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
