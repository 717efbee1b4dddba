import { isHtml } from './is-html.ts';
import { type Layout, markdownToHtml } from './markdown-to-html.ts';

/** A text as HTML: what is HTML stays as it is, anything else is read as Markdown. */
export function toHtml(text: string, layout: Layout): string {
  return text.trim() === '' || isHtml(text) ? text : markdownToHtml(text, layout);
}
