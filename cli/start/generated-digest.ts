import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the digest is kept, from the root of a checkout: committed beside the files that it tells of. */
const KEPT = 'generated/intercom.sha256';

/** What the tools of Intercom are made from, versions of libraries among it, and they themselves. */
const FOLDERS = ['specs/intercom', 'generator', 'generated/intercom'];

/** Whether the generated tools of a checkout are those of the description, the overlays and the generator in it. */
export async function isGeneratedCurrent(root = ROOT): Promise<boolean> {
  const kept = await readFile(join(root, KEPT), 'utf8').catch(() => '');
  return kept.trim() === (await digestOf(root));
}

/** Keeps the digest of a checkout whose tools were generated just now. */
export async function keepDigest(root = ROOT): Promise<void> {
  await writeFile(join(root, KEPT), `${await digestOf(root)}\n`);
}

async function digestOf(root: string): Promise<string> {
  const paths = await Promise.all(FOLDERS.map((folder) => filesOf(root, folder)));
  const files = paths.flat().sort();
  const contents = await Promise.all(files.map((path) => readFile(join(root, path))));
  const hash = createHash('sha256');
  for (const [at, content] of contents.entries()) hash.update(`${files[at]} ${content.length}\n`).update(content);
  return hash.digest('hex');
}

/** The files of a folder by their paths from the root, but for packages and what is built. */
async function filesOf(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const below = entries.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : filesOf(root, path);
    return entry.isFile() && !entry.name.startsWith('.') ? [path] : [];
  });
  return (await Promise.all(below)).flat();
}
