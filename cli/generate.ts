import type { ToolChange } from '../generator/compare/compare.ts';
import { DiagnosticError, diagnostic } from '../generator/diagnostics/diagnostics.ts';
import type { GenerateReport } from '../generator/generate.ts';
import { paint } from './style.ts';
import { table } from './table.ts';

interface GenerateFlags {
  readonly spec?: string;
  readonly out?: string;
  readonly name?: string;
  readonly overlays?: string;
  readonly runtime: string;
  readonly check?: boolean;
  readonly json?: boolean;
}

/** What the project generates when no description is named: Intercom, from the imported contract. */
const intercom = {
  spec: 'specs/intercom/contract.json',
  overlays: 'specs/intercom/overlays',
  out: 'generated/intercom',
  name: 'intercom',
  runtime: '../../../runtime/tool/tool.ts',
};

/** `intercom-mcp generate`: the tools of Intercom, or of any description with `--spec`, `--out` and `--name`. */
export const generateCommand = async ({ json = false, check = false, ...flags }: GenerateFlags): Promise<void> => {
  const { spec, out, name } = flags;
  if (spec !== undefined && (out === undefined || name === undefined))
    throw new DiagnosticError([diagnostic('OPTIONS_MISSING', '--spec needs --out and --name as well')]);
  const target =
    spec === undefined
      ? { ...intercom, ...(out === undefined ? {} : { out }) }
      : { ...flags, spec, out: out ?? '', name: name ?? '' };
  // Loaded only now: it brings a TypeScript compiler along.
  const { generate } = await import('../generator/generate.ts');
  const report = await generate({ ...target, check, onStage: progress });
  clearProgress();
  if (json) console.log(JSON.stringify(report, null, 2));
  else print(report, check);
  if (check && report.files.length > 0) process.exitCode = 1;
};

const progress = (stage: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${paint(process.stderr, 'dim', `${stage} …`)}`);
};

const clearProgress = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
};

const print = (
  { resources, tools, tokens, changes, diagnostics, files, milliseconds, version }: GenerateReport,
  check: boolean,
): void => {
  const [head = '', ...rows] = table([
    ['RESOURCE', 'TOOLS', 'TOKENS'],
    ...resources.map(({ resource, tools: count, tokens: cost }) => [resource, count, cost] as const),
    ['total', tools, tokens],
  ]).split('\n');
  console.log([paint(process.stdout, 'bold', head), ...rows].join('\n'));
  console.log();
  for (const change of changes) console.log(changeLine(change));
  if (changes.length === 0) console.log('No tool changed.');
  for (const { code, message, severity, pointer } of diagnostics)
    console.log(
      `${paint(process.stdout, severity === 'warning' ? 'yellow' : 'dim', `${severity} ${code}`)}  ${message}${pointer ? paint(process.stdout, 'dim', `  ${pointer}`) : ''}`,
    );
  const wordless = diagnostics.filter(({ code }) => code === 'WORDS_MISSING' || code === 'FIELD_WORDS_MISSING').length;
  console.log(`${wordless} ${wordless === 1 ? 'tool or argument' : 'tools and arguments'} without words.`);
  const seconds = (milliseconds / 1000).toFixed(1);
  if (files.length === 0) console.log(`API version ${version}: up to date, ${seconds} s.`);
  else if (check)
    console.log(
      paint(
        process.stdout,
        'red',
        `API version ${version}: ${files.length} files differ: ${files.slice(0, 8).join(', ')}${files.length > 8 ? ', …' : ''}. Run \`intercom-mcp generate\`.`,
      ),
    );
  else console.log(`API version ${version}: ${files.length} files written, ${seconds} s.`);
};

const changeLine = ({ tool, kind, breaking, details }: ToolChange): string => {
  const mark = breaking ? paint(process.stdout, 'red', 'breaking') : '        ';
  return `${mark} ${kind.padEnd(9)} ${tool}${details.length > 0 ? `: ${details.join(', ')}` : ''}`;
};
