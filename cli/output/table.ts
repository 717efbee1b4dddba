import measure from 'fast-string-truncated-width';

/**
 * Rows of text as aligned columns, numbers to the right; the first row is the head. In less than the width that the rows
 * need, the last column is cut, or left out where next to nothing of it would remain. Widths are those of a
 * terminal, where a letter of some scripts, or a picture, takes two columns.
 */
export function table(rows: readonly (readonly (string | number)[])[], width = Number.POSITIVE_INFINITY): string {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    rows.reduce((widest, row) => Math.max(widest, measure(String(row[column] ?? '')).width), 0),
  );
  const before = widths.slice(0, -1).reduce((sum, column) => sum + column + GAP.length, 0);
  const room = width - before;
  const shown = room < SHORTEST && room < (widths.at(-1) ?? 0) ? widths.length - 1 : widths.length;
  const line = (row: readonly (string | number)[]): string =>
    row
      .slice(0, shown)
      .map((cell, column) => {
        const wide = widths[column] ?? 0;
        if (typeof cell === 'number') return String(cell).padStart(wide);
        return column === widths.length - 1 ? cut(cell, room) : cell + ' '.repeat(wide - measure(cell).width);
      })
      .join(GAP)
      .trimEnd();
  return rows.map(line).join('\n');
}

const GAP = '  ';

/** Characters of a last column that are worth showing. */
const SHORTEST = 12;

function cut(text: string, room: number): string {
  if (measure(text).width <= room) return text;
  let left = room - 1;
  let shown = '';
  for (const { segment } of letters.segment(text)) {
    left -= measure(segment).width;
    if (left < 0) break;
    shown += segment;
  }
  return `${shown}…`;
}

const letters = new Intl.Segmenter();
