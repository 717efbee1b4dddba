import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { IndexPage, SEARCH_DATA } from './index-page.tsx';
import type { RenderSite, SiteSearch } from './site.ts';
import { toolPath } from './site-parts.tsx';
import { ToolFile } from './tool-file.tsx';

/** A page of all tools, a page a tool, and what the search reads. */
export const renderSite: RenderSite = (input) => [
  { path: 'index.html', text: page(<IndexPage input={input} />) },
  ...input.tools.map((tool) => ({ path: toolPath(tool.name), text: page(<ToolFile tool={tool} input={input} />) })),
  { path: SEARCH_DATA, text: searchData(input.generator, { tools: input.list.result, words: input.words }) },
];

function page(node: VNode): string {
  return `<!doctype html>\n${renderToString(node)}\n`;
}

/** A script that sets one value: from a file, as from a server, a page may run scripts and fetch nothing. */
function searchData(generator: string, search: SiteSearch): string {
  return `/* ${generator} */\nglobalThis.catalogSearch = ${JSON.stringify(search)};\n`;
}
