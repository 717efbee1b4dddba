import type { MarkdownIt, RendererRule, Token } from 'markdown-it';
import { escapeHtml } from './escape-html.ts';
import { isFormattingTag } from './formatting-tags.ts';
import { createParser } from './markdown-parser.ts';

/** How much a text may be laid out: an article has tables and four headings, a message two headings and no tables. */
export type Layout = 'message' | 'document';

/** The headings that a layout has; deeper ones are its last one, or a line in bold. */
const layouts = {
  message: { headings: 2, deeper: undefined, hasTables: false },
  document: { headings: 4, deeper: 'h4', hasTables: true },
} as const satisfies Record<Layout, { headings: number; deeper: string | undefined; hasTables: boolean }>;

/**
 * HTML of a text in Markdown, in one line but for code; HTML in it is passed on, and what only looks like a tag is text.
 * A message of one line of plain words stays as it is.
 */
export function markdownToHtml(markdown: string, layout: Layout): string {
  const parser = parserOf(layout);
  const tokens = parser.parse(markdown, {});
  return layout === 'message' && isOneLine(tokens)
    ? markdown.trim()
    : parser.renderer.render(tokens, parser.options, {});
}

/** True where a paragraph of plain words is all: no HTML, and the same in any of its readings. */
function isOneLine([opened, inline, ...closed]: readonly Token[]): boolean {
  const words = inline?.children ?? [];
  return (
    opened?.type === 'paragraph_open' &&
    closed.length === 1 &&
    words.every(({ type, content }) => type === 'text' && !/[&<>]/.test(content))
  );
}

const parsers = new Map<Layout, MarkdownIt>();

function parserOf(layout: Layout): MarkdownIt {
  const known = parsers.get(layout) ?? createRenderer(layout);
  parsers.set(layout, known);
  return known;
}

function createRenderer(layout: Layout): MarkdownIt {
  const parser = createParser();
  const { headings, deeper, hasTables } = layouts[layout];
  const heading =
    (isOpen: boolean): RendererRule =>
    (tokens, at) => {
      const tag = tokens[at]?.tag ?? '';
      const name = Number(tag.slice(1)) <= headings ? tag : deeper;
      if (name !== undefined) return isOpen ? `<${name}>` : `</${name}>`;
      return isOpen ? '<p><strong>' : '</strong></p>';
    };
  // White space between blocks means nothing, and some would show it.
  parser.core.ruler.push('one_line', ({ tokens }) => {
    for (const token of tokens) token.block = false;
  });
  Object.assign(parser.renderer.rules, {
    heading_open: heading(true),
    heading_close: heading(false),
    // Whoever writes HTML ends the line behind its break.
    softbreak: (tokens, at) => (/^<br\b/i.test(tokens[at - 1]?.content ?? '') ? '' : '<br>'),
    hardbreak: () => '<br>',
    text: contentOf,
    text_special: contentOf,
    code_inline: (tokens, at) => `<code>${contentOf(tokens, at)}</code>`,
    fence: (tokens: readonly Token[], at: number) => {
      const language = tokens[at]?.info.trim().split(/\s/)[0] ?? '';
      const name = /^[\w+#.-]{1,30}$/.test(language) ? ` class="language-${language}"` : '';
      return `<pre><code${name}>${contentOf(tokens, at).replace(/\n$/, '')}</code></pre>`;
    },
    html_inline: (tokens, at) => tagOf(tokens[at]?.content ?? ''),
    html_block: (tokens, at) => {
      const html = (tokens[at]?.content ?? '').trim();
      if (html.startsWith('<!--') && html.endsWith('-->')) return '';
      return isFormattingTag(html) ? html : `<p>${escapeHtml(html)}</p>`;
    },
    ...(!hasTables && tableAsLines),
  } satisfies Record<string, RendererRule>);
  return parser;
}

function contentOf(tokens: readonly Token[], at: number): string {
  return escapeHtml(tokens[at]?.content ?? '');
}

function tagOf(tag: string): string {
  if (tag.startsWith('<!--')) return '';
  return isFormattingTag(tag) ? tag : escapeHtml(tag);
}

/** Where there are no tables, a row is a line. */
const tableAsLines = {
  table_open: () => '<p>',
  table_close: () => '</p>',
  thead_open: () => '',
  thead_close: () => '',
  tbody_open: () => '',
  tbody_close: () => '',
  tr_open: (tokens, at) => (tokens[at - 1]?.type === 'thead_open' ? '' : '<br>'),
  tr_close: () => '',
  th_open: () => '<strong>',
  th_close: (tokens, at) => (tokens[at + 1]?.type === 'th_open' ? '</strong> | ' : '</strong>'),
  td_open: () => '',
  td_close: (tokens, at) => (tokens[at + 1]?.type === 'td_open' ? ' | ' : ''),
} satisfies Record<string, RendererRule>;
