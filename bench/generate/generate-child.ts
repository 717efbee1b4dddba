// One run of the generator in a process of its own: node generate-child.ts SPEC OUT [OVERLAYS] prints the CPU milliseconds of each
// stage in this process, those of the programs that it started, and the most memory that this process had, as JSON.
import { resolve } from 'node:path';
import { generate } from '../../generator/generate.ts';

const [spec = '', out = '', overlays] = process.argv.slice(2);
const stages: Record<string, number> = {};
let stage = 'start';
let before = 0;

function mark(next: string): void {
  const { user, system } = process.cpuUsage();
  const now = (user + system) / 1000;
  stages[stage] = (stages[stage] ?? 0) + now - before;
  [stage, before] = [next, now];
}

const report = await generate({
  spec,
  out,
  ...(overlays !== undefined && { overlays }),
  name: 'bench',
  runtime: resolve('runtime/tool/index.ts'),
  onStage: mark,
});
mark('end');
const memory = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ stages, tools: report.tools, memory, milliseconds: report.milliseconds }));
