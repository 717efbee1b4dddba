/** A line of a terminal: pieces of text with the styles that are on. */
export type StyledLine = readonly { readonly text: string; readonly styles: readonly Style[] }[];

type Style = 'bold' | 'dim' | 'green';

/** The styles that the demo uses, by the codes that begin and end them. */
const BEGINS: Readonly<Record<string, Style>> = { 1: 'bold', 2: 'dim', 32: 'green' };
const ENDS: Readonly<Record<string, readonly Style[]>> = {
  0: ['bold', 'dim', 'green'],
  22: ['bold', 'dim'],
  39: ['green'],
};

const COLUMNS = 112;
const ROWS = 30;
const COLUMN = 7.8;
const ROW = 19;
const EDGE = 16;
/** Seconds of the first screen, of a line after it, and of the last screen before everything begins anew. */
const BEGIN = 5;
const PACE = 0.4;
const REST = 6;

/** What begins a code of the terminal; an `m` ends it. */
const CODE = '\u001b[';

/** What a program printed, in lines that fit. */
export function styledLines(output: string): readonly StyledLine[] {
  const on = new Set<Style>();
  return output
    .trimEnd()
    .split('\n')
    .map((line) => {
      let left = COLUMNS;
      return line.split(CODE).flatMap((part, index) => {
        const [, codes = '', whole = ''] = (index === 0 ? undefined : /^([\d;]*)m(.*)$/.exec(part)) ?? [
          '',
          undefined,
          part,
        ];
        if (index > 0) switchStyles(on, codes);
        const text = whole.length <= left ? whole : left > 0 ? `${whole.slice(0, left - 1)}…` : '';
        left -= text.length;
        return text === '' ? [] : [{ text, styles: [...on] }];
      });
    });
}

function switchStyles(on: Set<Style>, codes: string): void {
  for (const code of codes.split(';')) {
    for (const style of ENDS[code || 0] ?? []) on.delete(style);
    const begun = BEGINS[code];
    if (begun !== undefined) on.add(begun);
  }
}

/** Lines as an animated SVG: they rise one by one, as in a terminal; who wants no motion sees the end. */
export function terminalPicture(lines: readonly StyledLine[], title: string): string {
  const width = COLUMNS * COLUMN + 2 * EDGE;
  const height = ROWS * ROW + 2 * EDGE;
  // It begins with a screen that is full, for those who show a still of it.
  const risen = Math.max(0, lines.length - ROWS);
  const seconds = BEGIN + risen * PACE + REST;
  const stops = Array.from({ length: risen }, (_, index) => {
    const percent = index === 0 ? 0 : (100 * (BEGIN + index * PACE)) / seconds;
    return `${percent.toFixed(2)}%{transform:translateY(${-index * ROW}px)}`;
  });
  const end = `translateY(${-risen * ROW}px)`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    '<style>',
    'text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#d6deeb;white-space:pre}',
    '.bold{font-weight:700;fill:#fff}.dim{fill:#7f8ca3}.green{fill:#7fdb9a}',
    `.lines{transform:${end};animation:rise ${seconds}s step-end infinite}`,
    `@keyframes rise{${stops.join('')}${((100 * (seconds - REST)) / seconds).toFixed(2)}%,100%{transform:${end}}}`,
    '@media (prefers-reduced-motion:reduce){.lines{animation:none}}',
    '</style>',
    `<rect width="${width}" height="${height}" rx="10" fill="#10151f"/>`,
    `<clipPath id="screen"><rect width="${COLUMNS * COLUMN}" height="${ROWS * ROW}"/></clipPath>`,
    `<g transform="translate(${EDGE} ${EDGE})" clip-path="url(#screen)"><g class="lines">`,
    ...lines.map((line, index) => `<text y="${index * ROW + 14}">${line.map(spanOf).join('')}</text>`),
    '</g></g>',
    '</svg>',
    '',
  ].join('\n');
}

function spanOf({ text, styles }: StyledLine[number]): string {
  return styles.length === 0 ? escaped(text) : `<tspan class="${styles.join(' ')}">${escaped(text)}</tspan>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
