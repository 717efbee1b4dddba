// What state the house is in: `node scripts/house.ts [folder] [--json | --check | --rooms]`. With `--check` it ends with
// 1 where a rule is broken, and says where; `--rooms` draws what imports what, as docs/architecture.md shows it.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { drawRooms } from './house/draw-rooms.ts';
import { faultsOf } from './house/faults.ts';
import { type Measures, measure } from './house/measure.ts';
import { readSourceFiles } from './house/source-files.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, check: { type: 'boolean' }, rooms: { type: 'boolean' } },
});
const root = resolve(positionals[0] ?? new URL('..', import.meta.url).pathname);
const files = readSourceFiles(root);
const measures = measure(files);

if (values.rooms) console.log(drawRooms(files));
else if (values.json) console.log(JSON.stringify(measures, null, 2));
else if (values.check) check();
else console.log(tableOf(measures));

function check(): void {
  const faults = faultsOf(measures);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

function tableOf({ lines, ...of }: Measures): string {
  const rows: [string, string | number][] = [
    ["files at the runtime's root", of.runtimeRoot.length],
    ['circles of folders', circles(of.folderCircles)],
    ['circles of files', circles(of.fileCircles)],
    ['arrows between folders', of.folderArrows.length],
    ['imports that the table of rooms forbids', of.trespasses.length],
    ['files under 15 lines with one reader', of.tinyFiles.length],
    ['lines of runtime/ that speak of Intercom', of.intercomInRuntime.length],
    ['handwritten files without tests', lines.files],
    ['  lines: median / p90 / longest', `${lines.median} / ${lines.p90} / ${lines.longest}`],
    ['files over 250 lines, tests included', of.longFiles.length],
  ];
  return rows.map(([name, value]) => `${name.padEnd(42)}${value}`).join('\n');
}

function circles(groups: readonly (readonly string[])[]): string {
  return groups.length === 0 ? '0' : `${groups.length} (of ${groups.map((group) => group.length).join(', ')})`;
}
