import { zipSync } from 'fflate';

/** Files as a zip archive, by their paths and the same bytes for the same files: sorted, of one time, readable by all. */
export function zipFiles(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: earliest(), os: UNIX, attrs: READABLE });
}

/** The earliest time that the format knows: it stores what a clock on the wall shows, so that this is the same in every zone. */
function earliest(): Date {
  return new Date(1980, 0, 1);
}

const UNIX = 3;

/** A plain file that its owner may write. */
const READABLE = 0o100644 << 16;
