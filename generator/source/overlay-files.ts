import { readdirSync } from 'node:fs';

/** The first of a folder in this order; whatever else it holds comes after them, by letter. */
const FIRST = ['corrections.yaml', 'tools.yaml'];

/** The overlays of a folder by their paths in it, in the order in which they apply: corrections, tool facts, words. */
export function overlayFiles(folder: string): string[] {
  const rank = (file: string): number => FIRST.indexOf(file) + 1 || FIRST.length + 1;
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.filter((file) => /\.ya?ml$/.test(file)).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
