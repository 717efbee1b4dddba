import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { ToolChange } from '../../generator/compare/compare.ts';
import type { GenerateReport } from '../../generator/generate.ts';
import { examples } from '../options/examples.ts';
import { refuseIdle } from '../options/idle-options.ts';
import { jsonOption } from '../options/json-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { paint } from '../output/paint.ts';
import { printJson } from '../output/print-json.ts';
import { showStages } from '../output/progress.ts';
import { table } from '../output/table.ts';
import { keepDigest } from '../start/generated-digest.ts';
import { loadGenerator } from '../workspace/load-generator.ts';

/** What the project generates when no description is named: Intercom, from the imported contract. */
export const intercom = {
  spec: 'specs/intercom/contract.json',
  overlays: 'specs/intercom/overlays',
  out: 'generated/intercom',
  name: 'intercom',
  runtime: '../../../runtime/tool/index.ts',
  runtimeTypes: '../../../runtime/tool/tool.ts',
};

/** `intercom-mcp generate`: the tools of Intercom, or of any description with `--spec`, `--out` and `--name`. */
export function generate(): CommandUnknownOpts {
  return subcommand('generate')
    .description('generate tools from an OpenAPI 3.0 or 3.1 description')
    .option('--spec <file|url>', "the description; Intercom's contract with its overlays unless given")
    .option('--out <folder>', 'where the generated files go')
    .option('--name <name>', 'name of the API, a part of every tool name')
    .option('--overlays <folder>', 'OpenAPI Overlay 1.0 files to apply')
    .option(
      '--runtime <specifier>',
      'module that generated files import the tool type from',
      'intercom-mcp-toolkit/tool',
    )
    .option('--check', 'write nothing; exit with 1 if anything would change')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp generate --check',
        'intercom-mcp generate --spec petstore.yaml --out generated/petstore --name petstore',
      ),
    )
    .action(async (flags, command) => {
      const { spec, out, name, overlays, runtime, check = false, json } = flags;
      if (spec === undefined)
        refuseIdle(command, flags, ['name', 'overlays', 'runtime'], {
          because: "without --spec Intercom's contract is generated, as the project has it",
          help: 'Name the description with --spec, or leave them out.',
        });
      // Loaded only now: it brings a TypeScript compiler along.
      const { DiagnosticError, diagnostic, generate: run } = await loadGenerator();
      if (spec !== undefined && (out === undefined || name === undefined)) {
        throw new DiagnosticError([diagnostic('OPTIONS_MISSING', '--spec needs --out and --name as well')]);
      }
      const target =
        spec === undefined
          ? { ...intercom, ...(out !== undefined && { out }) }
          : { spec, out: out ?? '', name: name ?? '', runtime, ...(overlays !== undefined && { overlays }) };
      const report = await showStages((onStage) => run({ ...target, check, onStage }));
      // What `npm start` looks at, so that it generates nothing that is current.
      if (!check && fileURLToPath(new URL('../../generated/intercom', import.meta.url)) === resolve(target.out))
        await keepDigest();
      if (json) printJson(report, json);
      else print(report, check);
      if (check && report.files.length > 0) process.exitCode = 1;
    });
}

function print(
  { resources, tools, tokens, changes, diagnostics, files, milliseconds, version }: GenerateReport,
  check: boolean,
): void {
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
}

function changeLine({ tool, kind, breaking, details }: ToolChange): string {
  const mark = breaking ? paint(process.stdout, 'red', 'breaking') : '        ';
  return `${mark} ${kind.padEnd(9)} ${tool}${details.length > 0 ? `: ${details.join(', ')}` : ''}`;
}
