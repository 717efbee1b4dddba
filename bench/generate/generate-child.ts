// One run of the generator in a process of its own: node generate-child.ts SPEC OUT [OVERLAYS] prints the CPU milliseconds of each
// stage in this process, those of the programs that it started, and the most memory that this process had, as JSON.
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { resolve } from 'node:path';

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

// As the command does.
module.enableCompileCache(resolve('node_modules/.cache/intercom-mcp-toolkit/compiled'));
const { generate } = await import('../../generator/generate.ts');
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
// The compiler is killed when it has answered, and counted once the system has taken it away.
await new Promise((resolved) => setTimeout(resolved, 200));
console.log(JSON.stringify({ stages, tools: report.tools, memory, programs: programsCpu() }));

/** CPU milliseconds of programs that this process started and that ended; 0 where the system does not say. */
function programsCpu(): number {
  if (!existsSync('/proc/self/stat')) return 0;
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  // Fields 16 and 17 of proc(5), in hundredths of a second on all usual machines.
  return (Number(fields[13]) + Number(fields[14])) * 10;
}
