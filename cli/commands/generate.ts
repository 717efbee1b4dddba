import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { ChangeReport } from '../../generator/compare/change.ts';
import type { GenerateReport } from '../../generator/generate.ts';
import { examples } from '../options/examples.ts';
import { refuseIdle } from '../options/idle-options.ts';
import { jsonOption } from '../options/json-option.ts';
import { failOnOption, failsOn, reportOption, writeReports } from '../options/report-options.ts';
import { subcommand } from '../options/subcommand.ts';
import { exitCodes } from '../output/exit-codes.ts';
import { type Format, paint } from '../output/paint.ts';
import { printJson } from '../output/print-json.ts';
import { showProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import { keepDigest } from '../start/generated-digest.ts';
import { loadGenerator } from '../workspace/load-generator.ts';

/** What the project generates when no description is named: Intercom, from the imported contract. */
const intercom = {
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
    .addOption(reportOption())
    .addOption(failOnOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp generate --check',
        'intercom-mcp generate --check --report changes.md --fail-on breaking',
        'intercom-mcp generate --spec petstore.yaml --out generated/petstore --name petstore',
      ),
    )
    .action(async (flags, command) => {
      const { spec, out, name, overlays, runtime, check = false, report: reports = [], failOn, json } = flags;
      if (spec === undefined)
        refuseIdle(command, flags, ['name', 'overlays', 'runtime'], {
          because: "without --spec Intercom's contract is generated, as the project has it",
          help: 'Name the description with --spec, or leave them out.',
        });
      // Loaded only now: it brings a TypeScript compiler along.
      const { DiagnosticError, diagnostic, generate: run, markdownReport, printReport } = await loadGenerator();
      if (spec !== undefined && (out === undefined || name === undefined)) {
        throw new DiagnosticError([diagnostic('OPTIONS_MISSING', '--spec needs --out and --name as well')]);
      }
      const target =
        spec === undefined
          ? { ...intercom, ...(out !== undefined && { out }) }
          : { spec, out: out ?? '', name: name ?? '', runtime, ...(overlays !== undefined && { overlays }) };
      const accept = (changes: ChangeReport): boolean => !failsOn(changes, failOn);
      const report = await reported((onStage) => run({ ...target, check, accept, onStage }));
      const isRefused = !accept(report.report);
      await writeReports(report.report, reports, markdownReport);
      // What `npm start` looks at, so that it generates nothing that is current.
      if (
        !check &&
        !isRefused &&
        fileURLToPath(new URL('../../generated/intercom', import.meta.url)) === resolve(target.out)
      )
        await keepDigest();
      if (json) printJson(report, json);
      else print(report, { changes: printReport(report.report, onTerminal), check, isRefused });
      if (isRefused) process.exitCode = exitCodes.changed.code;
      else if (check && report.files.length > 0) process.exitCode = exitCodes.failed.code;
    });
}

/** What comes of some work, whose stages are shown while it goes on. */
async function reported<Result>(work: (onStage: (stage: string) => void) => Promise<Result>): Promise<Result> {
  using progress = showProgress();
  return await work(progress.say);
}

function onTerminal(format: Format, text: string): string {
  return paint(process.stdout, format, text);
}

function print(
  { resources, tools, tokens, diagnostics, files, milliseconds, version }: GenerateReport,
  { changes, check, isRefused }: { changes: string; check: boolean; isRefused: boolean },
): void {
  const [head = '', ...rows] = table([
    ['RESOURCE', 'TOOLS', 'TOKENS'],
    ...resources.map(({ resource, tools: count, tokens: cost }) => [resource, count, cost] as const),
    ['total', tools, tokens],
  ]).split('\n');
  console.log([paint(process.stdout, 'bold', head), ...rows].join('\n'));
  console.log();
  console.log(changes);
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
  else if (isRefused) console.log(`API version ${version}: ${files.length} files differ, and none was written.`);
  else console.log(`API version ${version}: ${files.length} files written, ${seconds} s.`);
}
