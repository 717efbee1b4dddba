import { escapeHtml } from './escape-html.ts';

/** A message as HTML: plain text becomes paragraphs, and what a teammate wrote as HTML stays as it is. */
export function paragraphs(text: string, isHtmlAllowed = true): string {
  const trimmed = text.trim();
  if (isHtmlAllowed && /<[a-z][^<>]*>/i.test(trimmed)) return withoutPage(trimmed);
  return escapeHtml(trimmed)
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}

/** Of a page Intercom keeps the content, as its own example of a note shows. */
function withoutPage(html: string): string {
  return html.replace(/<\/?(?:html|head|body)\b[^<>]*>/gi, '').trim();
}
