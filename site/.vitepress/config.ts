import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';

/** The table of contents, as `npm run docs` writes it beside the pages. */
const sidebar = JSON.parse(readFileSync(new URL('../pages/contents.json', import.meta.url), 'utf8'));

/** The site of the documentation. `npm run docs` puts its pages into `pages` and gives the address that it will be at. */
export default defineConfig({
  title: 'intercom-mcp-toolkit',
  description: "Intercom's API as tools that language models use well",
  lang: 'en',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  srcDir: 'pages',
  outDir: 'dist',
  markdown: {
    anchor: { slugify: anchorOf },
    config: (md) => {
      // Braces in code are no expressions of the site's.
      const render = md.renderer.rules.code_inline;
      md.renderer.rules.code_inline = (...args) => (render?.(...args) ?? '').replace('<code', '<code v-pre');
    },
  },
  themeConfig: {
    nav: [
      { text: 'Start', link: '/start' },
      { text: 'Connect a client', link: '/connect' },
      { text: 'Gateway', link: '/gateway' },
      { text: 'Tools', link: '/tools' },
    ],
    sidebar,
    search: { provider: 'local' },
    outline: { level: [2, 3] },
    docFooter: { prev: false, next: false },
  },
});

/** The anchor of a heading as GitHub makes it, where the same pages are read. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}
