/** Text as it may stand in an SVG, in an element or between quotes. */
export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** Colours of series and spans in light and in dark surroundings; each stands out from both grounds and from its neighbours. */
const COLOURS: readonly (readonly [light: string, dark: string])[] = [
  ['#1d5fd0', '#7fb0ff'],
  ['#c2410c', '#ff9b5e'],
  ['#0b7a53', '#4fd39b'],
  ['#a21caf', '#e58af0'],
  ['#0e7490', '#5ccfe6'],
  ['#a16207', '#e8c14a'],
  ['#b91c4b', '#ff8aa8'],
  ['#4d5b73', '#aab6cc'],
  ['#5b3fc4', '#b5a3ff'],
  ['#4d7c0f', '#a8d65c'],
  ['#7c4a21', '#d9a878'],
  ['#0f766e', '#7de0d0'],
];

/** How many colours there are; what has more of a kind begins anew. */
export const COLOUR_COUNT: number = COLOURS.length;

const rules = (index: 0 | 1): string =>
  COLOURS.map((pair, at) => `.s${at}{stroke:${pair[index]}}.f${at}{fill:${pair[index]}}`).join('');

/** Fonts of the reader's own machine, and colours by whether it is light or dark there. */
const STYLE = `text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#1f2733}
.title{font-weight:600;font-size:16px}.small{font-size:12px;fill:#55606f}.end{text-anchor:end}.middle{text-anchor:middle}
.ground{fill:#fff;stroke:#d8dee7}.grid{stroke:#e4e8ee}.axis{stroke:#8a94a3}.guide{stroke:#8a94a3;stroke-dasharray:2 4}
.line{fill:none;stroke-width:2}.lead{stroke-width:1;opacity:.5}.on{fill:#fff;font-size:12px}
${rules(0)}
@media (prefers-color-scheme:dark){text{fill:#e6ebf2}.small{fill:#9da8b8}.ground{fill:#10151f;stroke:#2a3444}.grid{stroke:#232c3a}
.axis{stroke:#6d7888}.guide{stroke:#6d7888}.on{fill:#10151f}${rules(1)}}`;

/** A whole picture, its title for those who hear it. */
export function picture(
  { width, height, title }: { width: number; height: number; title: string },
  parts: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

/** A text at a place. */
export function text(x: number, y: number, words: string, kind = ''): string {
  return `<text x="${round(x)}" y="${round(y)}"${kind === '' ? '' : ` class="${kind}"`}>${escapeXml(words)}</text>`;
}

/** A straight line. */
export function line(from: readonly [number, number], to: readonly [number, number], kind: string): string {
  const [x1, y1, x2, y2] = [...from, ...to].map(round);
  return `<line class="${kind}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;
}

/** A length as it is written: a tenth of a pixel is enough. */
export function round(length: number): number {
  return Math.round(length * 10) / 10;
}
