/** A Markdown table: the cells of its header, and of each row under it. */
export interface MarkdownTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const rule = /^:?-+:?$/;

/** The first table under a heading with this text, before the next heading; undefined when there is none. */
export function tableUnder(markdown: string, heading: string): MarkdownTable | undefined {
  const lines = markdown.split(/\r?\n/).map((line) => line.trim());
  const start = lines.findIndex((line) => headingText(line)?.toLowerCase() === heading.toLowerCase());
  if (start < 0) return undefined;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => headingText(line) !== undefined);
  const section = end < 0 ? rest : rest.slice(0, end);
  const first = section.findIndex((line) => line.startsWith('|'));
  if (first < 0) return undefined;
  const after = section.slice(first).findIndex((line) => !line.startsWith('|'));
  const [header, divider, ...rows] = section.slice(first, after < 0 ? undefined : first + after).map(cells);
  if (header === undefined || divider === undefined || !divider.every((cell) => rule.test(cell))) return undefined;
  return { header, rows };
}

function headingText(line: string): string | undefined {
  return /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
}

function cells(line: string): string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}
