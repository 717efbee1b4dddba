import { fileURLToPath } from 'node:url';
import { readSourceFiles } from '../../../scripts/house/source-files.ts';

/** The folder of the project. */
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Every TypeScript file of the project. */
export const files = readSourceFiles(root);

/** What is loaded when a file is imported, in the order of discovery: files, and packages by name. */
export function loadedBy(entry: string): string[] {
  const seen = new Set([entry]);
  for (const path of seen) {
    for (const { target, typeOnly, lazy } of files.get(path)?.imports ?? []) if (!typeOnly && !lazy) seen.add(target);
  }
  return [...seen];
}
