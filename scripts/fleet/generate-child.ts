// One description in a process of its own, so that what it costs is measured and what it breaks is its own:
// node generate-child.ts SPEC OUT NAME answers JSON in its last line.
import { DiagnosticError } from '../../generator/diagnostics/diagnostics.ts';
import { generate } from '../../generator/generate.ts';
import type { Generated } from './outcome.ts';

const [spec = '', out = '', name = 'api'] = process.argv.slice(2);
const runtime = new URL('../../runtime/tool/index.ts', import.meta.url).pathname;

function count(codes: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(codes, (code) => code);
  return Object.fromEntries([...groups].map(([code, all]) => [code, all.length]));
}

async function run(): Promise<Pick<Generated, 'ending' | 'tools' | 'codes' | 'error'>> {
  try {
    const { tools, diagnostics } = await generate({ spec, out, name, runtime });
    return { ending: 'generated', tools, codes: count(diagnostics.map(({ code }) => code)) };
  } catch (error) {
    if (error instanceof DiagnosticError) {
      const codes = count(error.diagnostics.map(({ code }) => code));
      const text = error.diagnostics.slice(0, 3).map(({ code, message, pointer }) => `${code} ${message} (${pointer})`);
      return { ending: 'named reason', tools: 0, codes, error: text.join('\n') };
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ending: 'raw error', tools: 0, codes: {}, error: text.split('\n').slice(0, 6).join('\n') };
  }
}

const done = await run();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const generated: Generated = {
  ...done,
  cpu: (userCPUTime + systemCPUTime) / 1e6,
  seconds: process.uptime(),
  megabytes: maxRSS / 1024,
};
console.log(JSON.stringify(generated));
