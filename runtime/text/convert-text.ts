import { htmlToMarkdown } from '../shape/html/html-to-markdown.ts';
import type { TextKind } from '../tool/tool.ts';
import { isHtml } from './is-html.ts';
import { toHtml } from './to-html.ts';
import { toPlain } from './to-plain.ts';

/** What becomes of a text in Markdown or HTML on its way out. */
const converters = {
  message: (text) => toHtml(text, 'message'),
  document: (text) => toHtml(text, 'document'),
  plain: toPlain,
  markdown: (text) => (isHtml(text) ? htmlToMarkdown(text) : text),
} satisfies Record<TextKind, (text: string) => string>;

/** A text in Markdown or HTML as its field takes it. */
export function convertText(text: string, kind: TextKind): string {
  return converters[kind](text);
}
