/** A message as HTML: plain text becomes paragraphs, and what a teammate wrote as HTML stays as it is. */
export function paragraphs(text: string, isHtmlAllowed = true): string {
  const trimmed = text.trim();
  if (isHtmlAllowed && /<[a-z][^<>]*>/i.test(trimmed)) return trimmed;
  const escaped = trimmed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}
