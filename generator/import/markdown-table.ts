import createMarkdownIt, { type Token } from 'markdown-it';

/** A Markdown table: the cells of its header, and of each row under it. */
export interface MarkdownTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const parser = createMarkdownIt();
// Descriptions are indented for other reasons.
parser.disable('code');

/** The first table under a heading with this text, before the next heading; undefined when there is none. */
export function tableUnder(markdown: string, heading: string): MarkdownTable | undefined {
  const tokens = parser.parse(markdown, {});
  const isHeading = (token: Token, at: number): boolean =>
    token.type === 'heading_open' && tokens[at + 1]?.content.toLowerCase() === heading.toLowerCase();
  const start = tokens.findIndex(isHeading);
  if (start < 0) return undefined;
  const rest = tokens.slice(start + 1);
  const end = rest.findIndex(({ type }) => type === 'heading_open');
  const section = end < 0 ? rest : rest.slice(0, end);
  const close = section.findIndex(({ type }) => type === 'table_close');
  const [header, ...rows] = rowsOf(section.slice(0, Math.max(0, close)));
  return header && { header, rows };
}

function rowsOf(tokens: readonly Token[]): string[][] {
  const rows: string[][] = [];
  for (const [at, { type }] of tokens.entries()) {
    if (type === 'tr_open') rows.push([]);
    if (type === 'th_open' || type === 'td_open') rows.at(-1)?.push(tokens[at + 1]?.content ?? '');
  }
  return rows;
}
