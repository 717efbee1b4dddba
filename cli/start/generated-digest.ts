import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldersOf, type IntercomFolders } from './intercom-folders.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Whether the generated tools of a checkout are those of the description, the overlays and the generator in it; of the
 * version that is served where none is chosen unless one is named. The digest is committed beside the files that it tells of.
 */
export async function isGeneratedCurrent(root = ROOT, version?: string): Promise<boolean> {
  const folders = foldersOf(version);
  const kept = await readFile(join(root, folders.digest), 'utf8').catch(() => '');
  return kept.trim() === (await digestOf(root, folders));
}

/** Keeps the digest of a checkout whose tools were generated just now. */
export async function keepDigest(root = ROOT, version?: string): Promise<void> {
  const folders = foldersOf(version);
  await writeFile(join(root, folders.digest), `${await digestOf(root, folders)}\n`);
}

/** Of what the tools are made from, versions of libraries among it, and of themselves. */
async function digestOf(root: string, { spec, overlays, out }: IntercomFolders): Promise<string> {
  const folders = [spec, ...(overlays.startsWith(`${spec}/`) ? [] : [overlays]), 'generator', out];
  const paths = await Promise.all(folders.map((folder) => filesOf(root, folder)));
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
