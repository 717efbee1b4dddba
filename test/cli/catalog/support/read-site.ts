import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

/** An element of a page, with what of text stands directly in it. */
interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A page of a site, by its path within it. */
export interface ReadPage {
  readonly path: string;
  readonly text: string;
  readonly elements: readonly ReadElement[];
}

/** All files of a site by their paths, sorted. */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Parses the pages of a site. */
export async function readSite(folder: string): Promise<ReadPage[]> {
  const paths = (await filesOf(folder)).filter((path) => path.endsWith('.html'));
  return Promise.all(
    paths.map(async (path) => {
      const text = await readFile(join(folder, path), 'utf8');
      return { path, text, elements: elementsOf(text) };
    }),
  );
}

function elementsOf(html: string): ReadElement[] {
  const all: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof all = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const element = { name, attributes, text: '' };
      all.push(element);
      open.push(element);
    },
    ontext: (text) => {
      const inner = open.at(-1);
      if (inner) inner.text += text;
    },
    onclosetag: () => {
      open.pop();
    },
  });
  parser.end(html);
  return all;
}
