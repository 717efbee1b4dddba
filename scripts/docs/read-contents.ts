import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A page as the table of contents has it. */
interface DocsPage {
  /** What the table of contents calls it. */
  readonly title: string;
  /** From the folder of the documentation. */
  readonly path: string;
  /** Its first sentence, as plain words. */
  readonly about: string;
}

/** Pages for one purpose of a reader. */
export interface DocsGroup {
  readonly title: string;
  readonly pages: readonly DocsPage[];
}

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of the documentation. */
export const docsFolder = join(root, 'docs');

/** The table of contents, which `docs/README.md` is: its headings, and the links below each. */
export function readContents(folder = docsFolder): readonly DocsGroup[] {
  const [, ...sections] = readFileSync(join(folder, 'README.md'), 'utf8').split(/^## /m);
  return sections.map((section) => {
    const pages = [...section.matchAll(/^- \[(.+?)\]\((.+?)\)/gm)].map(([, title = '', path = '']) => {
      return { title, path, about: firstSentence(readFileSync(join(folder, path), 'utf8')) };
    });
    return { title: section.slice(0, section.indexOf('\n')).trim(), pages };
  });
}

/** The table of contents with the first sentence of each page behind its title. */
export function withSentences(contents: string, groups: readonly DocsGroup[]): string {
  const about = new Map(groups.flatMap(({ pages }) => pages).map((page) => [page.path, page.about]));
  return contents.replaceAll(/^(- \[.+?\]\((.+?)\)).*$/gm, (_line, link, path) => `${link}: ${about.get(path)}`);
}

/** The first sentence below the title of a page, without marks and links. */
export function firstSentence(page: string): string {
  const [, paragraph = ''] = /^# .+\n\n([^#`|\n][\s\S]*?)(?:\n\n|$)/.exec(page) ?? [];
  const words = paragraph
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*\*|`/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return /^.+?\.(?= |$)/.exec(words)?.[0] ?? words.replace(/:$/, '.');
}
