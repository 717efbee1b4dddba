/** A source without the Markdown fence around it and without a byte order mark; its lines stay where they are. */
export function unfence(source: string): string {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const open = text.search(/\S/);
  if (open < 0 || !text.startsWith('```', open)) return text;
  const lineEnd = text.indexOf('\n', open);
  const close = text.trimEnd().endsWith('```') ? text.lastIndexOf('```') : text.length;
  if (lineEnd < 0 || close <= lineEnd) return text;
  return `${text.slice(0, open)}${text.slice(lineEnd, close)}`;
}
