import { gzipSync } from 'node:zlib';
import { Answer } from '../../http/call.ts';

/** A value in a CSV file; null is an empty place. */
export type Cell = string | number | boolean | null;

/** A gzipped CSV file as an answer. */
export function csvFile(name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): Answer {
  const text = [header, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('');
  return new Answer(new Uint8Array(gzipSync(text)), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename=${name}.csv.gz`,
    },
  });
}

function written(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
