import { htmlToMarkdown } from '../shape/html/html-to-markdown.ts';
import type { TextKind } from '../tool/tool.ts';
import { isHtml } from './is-html.ts';
import { normalHtml } from './normal-html.ts';
import { toHtml } from './to-html.ts';
import { toPlain } from './to-plain.ts';

/** Characters of Markdown that are read: a second, however hostile they are. */
const LONGEST_MARKDOWN = 100_000;

/** What becomes of a text in Markdown or HTML on its way out. */
const converters = {
  message: (text) => toHtml(text, 'message'),
  document: (text) => toHtml(text, 'document'),
  plain: toPlain,
  markdown: (text) => (isHtml(text) ? htmlToMarkdown(text) : text),
} satisfies Record<TextKind, (text: string) => string>;

/** A text in Markdown or HTML as its field takes it; undefined for Markdown that is too long to be read. */
export function convertText(text: string, kind: TextKind): string | undefined {
  if (text.length > LONGEST_MARKDOWN && !isHtml(text)) return undefined;
  return converters[kind](text);
}

/** True for two texts of one field that read the same. */
export function isSameText(one: string, other: string): boolean {
  return normalHtml(one) === normalHtml(other);
}
