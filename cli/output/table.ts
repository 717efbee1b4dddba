/**
 * Rows of text as aligned columns, numbers to the right; the first row is the head. In less than the width that the rows
 * need, the last column is cut, or left out where next to nothing of it would remain.
 */
export function table(rows: readonly (readonly (string | number)[])[], width = Number.POSITIVE_INFINITY): string {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(...rows.map((row) => String(row[column] ?? '').length)),
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
        return column === widths.length - 1 ? cut(cell, room) : cell.padEnd(wide);
      })
      .join(GAP)
      .trimEnd();
  return rows.map(line).join('\n');
}

const GAP = '  ';

/** Characters of a last column that are worth showing. */
const SHORTEST = 12;

function cut(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}
