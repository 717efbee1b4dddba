import type { Figure } from '../growth/figure.ts';
import { tableOf } from '../growth/table.ts';

/** What was measured, where and when. */
export interface Growth {
  readonly date: string;
  readonly cores: number;
  readonly node: string;
  readonly isQuick: boolean;
  readonly figures: readonly Figure[];
}

/** The figures of growth in Markdown: the picture of each, and its numbers for who wants them. */
export function growthText({ date, cores, node, isQuick, figures }: Growth, folder: string): string {
  const when = `Measured on ${date} on ${cores} cores with Node ${node}${isQuick ? ', the short run' : ''}.`;
  return [when, ...figures.map((figure) => partOf(figure, folder))].join('\n\n');
}

function partOf(figure: Figure, folder: string): string {
  const { name, title, x, y } = figure;
  const [head = [], ...rows] = tableOf(figure);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `![${title}: ${y.label} by ${x.label}](${folder}/${name}.svg)`,
    '',
    `<details><summary>${title} in numbers</summary>`,
    '',
    line([`${y.label}, ${y.unit}, by ${x.label}`, ...head.slice(1)]),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
    '</details>',
  ].join('\n');
}

const BEGIN = '<!-- What npm run bench:plots writes begins here. -->';
const END = '<!-- What npm run bench:plots writes ends here. -->';

/** A page with this in place of what stood between the two comments; throws for one that has them not. */
export function withGrowth(page: string, text: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error(`The page has no ${BEGIN} before a ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${page.slice(end)}`;
}
