// What the generator costs, stage by stage, each run in a process of its own: `node bench/generate.ts [OPERATIONS …]`.
// Intercom's contract from nothing, with other words, and unchanged; then made-up descriptions of so many operations from nothing.
// CPU milliseconds of the process by stage, and of the formatter and the compiler that it starts (Linux says that); memory is the
// most that the process itself had.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../cli/output/table.ts';
import { largeDescription } from './generate/large-description.ts';

interface Run {
  readonly stages: Readonly<Record<string, number>>;
  readonly tools: number;
  readonly memory: number;
  readonly programs: number;
}

const STAGES = ['start', 'load', 'plan', 'emit', 'check', 'format', 'types', 'compare', 'write'];
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'generate-bench-'));
const rows: (readonly (string | number)[])[] = [
  ['RUN', 'TOOLS', 'CPU MS', 'PROGRAMS', 'MIB', ...STAGES.map((stage) => stage.toUpperCase())],
];

function measure(name: string, args: readonly string[]): void {
  const child = join(root, 'bench/generate/generate-child.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [child, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  const { stages, tools, memory, programs }: Run = JSON.parse(stdout);
  const own = Object.values(stages).reduce((sum, one) => sum + one, 0);
  rows.push([
    ...[name, tools, Math.round(own), Math.round(programs), Math.round(memory)],
    ...STAGES.map((stage) => Math.round(stages[stage] ?? 0)),
  ]);
}

try {
  const overlays = join(folder, 'overlays');
  cpSync(join(root, 'specs/intercom/overlays'), overlays, { recursive: true });
  const intercom = [join(root, 'specs/intercom/contract.json'), join(folder, 'intercom'), overlays];
  // Node keeps what it compiled for the next start: the first run is not like the others.
  measure('', intercom);
  rows.pop();
  rmSync(join(folder, 'intercom'), { recursive: true });
  measure('Intercom, from nothing', intercom);
  appendFileSync(join(overlays, 'words/tags.yaml'), '\n# Another word.\n');
  measure('Intercom, an overlay is another', intercom);
  measure('Intercom, unchanged', intercom);
  for (const count of process.argv.slice(2).map(Number)) {
    const spec = join(folder, `${count}.json`);
    writeFileSync(spec, JSON.stringify(largeDescription(count)));
    measure(`${count} operations, from nothing`, [spec, join(folder, `out-${count}`)]);
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(table(rows));
