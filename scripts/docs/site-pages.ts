import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { root } from './read-contents.ts';

/** Pages of the site that stand elsewhere than in `docs/`, by where they are there. */
const BESIDES: Readonly<Record<string, string>> = {
  'SECURITY.md': 'reporting.md',
  'CONTRIBUTING.md': 'contributing.md',
  'CHANGELOG.md': 'changes.md',
  'examples/README.md': 'examples.md',
};

/** A page as the site has it. */
export interface SitePage {
  readonly path: string;
  readonly text: string;
}

/** All pages of the site. Links lead to pages of it, to the repository at `source`, or are words alone where that is not known. */
export function sitePages(source: string | undefined): readonly SitePage[] {
  const files = [...globSync('docs/**/*.md', { cwd: root }), ...Object.keys(BESIDES)].filter((file) =>
    existsSync(join(root, file)),
  );
  const places = new Map(files.map((file) => [file, placeOf(file)]));
  return files.map((file) => {
    const text = linked(readFileSync(join(root, file), 'utf8'), { file, places, source });
    if (file === 'docs/tools.md') return { path: placeOf(file), text: withCatalog(text) };
    // All that ever changed would be found before what is.
    return { path: placeOf(file), text: file === 'CHANGELOG.md' ? `---\nsearch: false\n---\n\n${text}` : text };
  });
}

function placeOf(file: string): string {
  if (file === 'docs/README.md') return 'index.md';
  return BESIDES[file] ?? file.replace(/^docs\//, '');
}

interface Surroundings {
  readonly file: string;
  readonly places: ReadonlyMap<string, string>;
  readonly source: string | undefined;
}

/** A page with its links as the site has them; what stands between fences and in code stays to the letter. */
function linked(text: string, surroundings: Surroundings): string {
  return text
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part) =>
      part.startsWith('```')
        ? part
        : part.replaceAll(/(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g, (whole, image, words, link) => {
            if (image !== '' || /^(?:[a-z]+:|#)/.test(link)) return whole;
            const target = targetOf(link, surroundings);
            return target === undefined ? words : `[${words}](${target})`;
          }),
    )
    .join('');
}

function targetOf(link: string, { file, places, source }: Surroundings): string | undefined {
  const [path = '', anchor] = link.split('#');
  const target = normalize(join(dirname(file), path)).replace(/\/$/, '');
  const behind = anchor === undefined ? '' : `#${anchor}`;
  const page = places.get(target);
  if (page !== undefined) return `./${relative(dirname(placeOf(file)), page)}${behind}`;
  if (source === undefined) return undefined;
  const kind = statSync(join(root, target)).isDirectory() ? 'tree' : 'blob';
  return `${source}/${kind}/main/${target}${behind}`;
}

/** The page of all tools leads to the catalog, which only the site has; the generator takes such links for no pages of its own. */
function withCatalog(text: string): string {
  const at = text.indexOf('\n## ');
  const tools = text
    .slice(at)
    .replaceAll(/^\| `(\w+)`/gm, (_start, name) => `| ${outside(`tools/${name}.html`, `<code>${name}</code>`)}`);
  return `${text.slice(0, at)}\nHere is ${outside('index.html', 'that site')}, and each name below leads to its page.\n${tools}`;
}

function outside(path: string, words: string): string {
  return `<a href="./catalog/${path}" target="_self">${words}</a>`;
}
