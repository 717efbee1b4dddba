import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What is in a folder before a site is written there. */
export interface Surroundings {
  /** Paths of the files of a site before. */
  readonly own: readonly string[];
  /** All else: files, links, folders as a whole. */
  readonly others: readonly string[];
  /** Folders of runs that were ended half-way. */
  readonly stages: readonly string[];
}

/** What every file of a site says at its beginning: it is known by that when a site is made anew. */
export const GENERATOR = 'intercom-mcp catalog';

/** Folders of a site. */
const FOLDERS: ReadonlySet<string> = new Set(['assets', 'tools']);

/** Bytes at the beginning of a file within which one of a site says so. */
const BEGINNING = 1000;

/** Looks at a folder, no deeper than a site is; a folder that does not exist is empty. */
export async function lookAround(folder: string): Promise<Surroundings> {
  const own: string[] = [];
  const others: string[] = [];
  const stages: string[] = [];
  for (const entry of await entriesOf(folder)) {
    const { name } = entry;
    if (isStage(name)) stages.push(name);
    else if (entry.isDirectory() && FOLDERS.has(name))
      for (const inner of await entriesOf(join(folder, name))) await sort(inner, `${name}/${inner.name}`);
    else await sort(entry, name);
  }
  return { own, others, stages };

  async function sort(entry: { isFile: () => boolean }, path: string): Promise<void> {
    const isOwn = entry.isFile() && FILES.test(path) && (await saysSo(join(folder, path)));
    (isOwn ? own : others).push(path);
  }
}

/** Paths of the files of a site. */
const FILES = /^(?:index\.html|tools\/[^/]+\.html|assets\/[a-z-]+\.(?:css|js))$/;

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Whether a file says at its beginning that it is of a site. */
async function saysSo(path: string): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(BEGINNING) });
  return buffer.toString('utf8', 0, bytesRead).includes(GENERATOR);
}

/** The folder in which a run prepares its files. */
export function stageName(id: string): string {
  return `.catalog-${id}.tmp`;
}

function isStage(name: string): boolean {
  return /^\.catalog-[0-9a-f-]{36}\.tmp$/.test(name);
}
