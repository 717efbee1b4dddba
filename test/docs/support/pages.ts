import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A piece of a page between two fences: what kind it is, what stands behind that, where it begins. */
export interface Block {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly note: string;
  readonly text: string;
}

/** What people read, by its path: the README, the documentation, and what stands beside the README. */
export const pages: ReadonlyMap<string, string> = new Map(
  ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync(['docs/**/*.md', 'examples/**/*.md'], { cwd: root })]
    .filter((path) => !path.includes('node_modules'))
    .toSorted()
    .map((path) => [path, readFileSync(`${root}/${path}`, 'utf8')]),
);

/** A page as it is written; one that is not there is an error. */
export function textOf(path: string): string {
  const text = pages.get(path);
  if (text === undefined) throw new Error(`${path} is no page.`);
  return text;
}

/** All fenced blocks of some languages, of every page in order. */
export function blocksOf(...languages: readonly string[]): readonly Block[] {
  return [...pages].flatMap(([page, text]) =>
    [...text.matchAll(/^```(\w+)[ \t]*(.*)\n([\s\S]*?)^```$/gm)]
      .map(({ index, 1: language = '', 2: note = '', 3: inner = '' }) => {
        return { page, line: text.slice(0, index).split('\n').length, language, note, text: inner };
      })
      .filter(({ language }) => languages.includes(language)),
  );
}
