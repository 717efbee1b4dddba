import type { DocsGroup } from './read-contents.ts';

/** What `llms.txt` says: what this is, and where a model reads on; `linkOf` is the address of a page there. */
export function llmsText(groups: readonly DocsGroup[], linkOf: (path: string) => string): string {
  return [
    '# intercom-mcp-toolkit',
    '',
    "> Intercom's API as tools that language models use well: 231 tools generated from its OpenAPI description, served over MCP or imported with types.",
    '',
    'Start with `npx -y intercom-mcp-toolkit serve --sandbox`, which needs no account, or set INTERCOM_ACCESS_TOKEN. Filter with --tags and --methods; a reply is a write.',
    ...groups.flatMap(({ title, pages }) => [
      '',
      `## ${title}`,
      '',
      ...pages.map((page) => `- [${page.title}](${linkOf(page.path)}): ${page.about}`),
    ]),
    '',
  ].join('\n');
}

/** All pages in one text, for models that read everything at once. */
export function llmsFullText(groups: readonly DocsGroup[], pages: readonly { path: string; text: string }[]): string {
  const texts = new Map(pages.map(({ path, text }) => [path, text]));
  const read = groups.flatMap(({ pages: listed }) => listed.map(({ path }) => texts.get(path) ?? ''));
  return read
    .map((text) => text.trim())
    .join('\n\n---\n\n')
    .concat('\n');
}
