// The documentation as a site: `npm run docs -- [--base /path/] [--out FOLDER]`. Needs `npm ci --prefix site` once; no network after that.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCatalog } from '../cli/catalog/write-catalog.ts';
import manifest from '../package.json' with { type: 'json' };
import { buildSite } from '../test/dashboard/support/build-site.ts';
import { llmsFullText, llmsText } from './docs/llms-text.ts';
import { type DocsGroup, readContents, root } from './docs/read-contents.ts';
import { sitePages } from './docs/site-pages.ts';
import { sourceAddress } from './docs/source-address.ts';

const { values } = parseArgs({ options: { base: { type: 'string', default: '/' }, out: { type: 'string' } } });
const site = join(root, 'site');
const generator = join(site, 'node_modules/vitepress/bin/vitepress.js');
const out = resolve(values.out ?? join(site, 'dist'));

const fault = whatIsWrong();
if (fault === undefined) await build();
else {
  console.error(fault);
  process.exitCode = 1;
}

/** Why nothing can be made, in one sentence. */
function whatIsWrong(): string | undefined {
  if (!existsSync(generator)) return 'The generator of the site is not installed: run `npm ci --prefix site` once.';
  if (!/^\/(?:[\w.~-]+\/)*$/.test(values.base)) return `--base ${values.base} does not begin and end with a slash.`;
  const held = existsSync(out) ? readdirSync(out) : [];
  // The generator empties the folder first.
  if (held.length > 0 && !held.includes('llms-full.txt'))
    return `${out} holds other files: name a folder for the site alone.`;
  return undefined;
}

async function build(): Promise<void> {
  const pages = sitePages(sourceAddress(manifest));
  const groups = readContents();
  rmSync(join(site, 'pages'), { recursive: true, force: true });
  writePages(join(site, 'pages'), pages);
  writeFileSync(join(site, 'pages/contents.json'), JSON.stringify(groups.map(sidebarOf)));
  const args = ['build', '--base', values.base, '--outDir', out];
  const { status } = spawnSync(process.execPath, [generator, ...args], { cwd: site, stdio: 'inherit' });
  if (status !== 0) {
    console.error('The site was not made: see above.');
    process.exitCode = 1;
    return;
  }
  // Models read the pages as they are written.
  writePages(out, pages);
  writeFileSync(
    join(out, 'llms.txt'),
    llmsText(groups, (path) => `${values.base}${path}`),
  );
  writeFileSync(join(out, 'llms-full.txt'), llmsFullText(groups, pages));
  await using parts = await buildSite();
  const { tools } = await writeCatalog({ out: join(out, 'catalog'), force: true, built: parts.folder });
  console.log(`${pages.length} pages and the catalog of ${tools} tools in ${out}, to be served at ${values.base}`);
}

/** A group of pages as the generator lists them. */
function sidebarOf({ title, pages }: DocsGroup): object {
  return {
    text: title,
    items: pages.map((page) => ({ text: page.title, link: `/${page.path.replace(/\.md$/, '')}` })),
  };
}

/** Writes pages into a folder, and the pictures that they show beside them. */
function writePages(folder: string, pages: ReturnType<typeof sitePages>): void {
  for (const { path, text } of pages) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync(join(root, 'docs/images'), join(folder, 'images'), { recursive: true });
}
