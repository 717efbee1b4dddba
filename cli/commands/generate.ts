import { basename } from 'node:path';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { ChangeReport } from '../../generator/compare/change.ts';
import type { Diagnostic } from '../../generator/diagnostics/diagnostics.ts';
import type { GenerateReport } from '../../generator/run/generate-options.ts';
import type { ProjectConfig } from '../../runtime/catalog/project-config.ts';
import { examples } from '../options/examples.ts';
import { refuseIdle } from '../options/idle-options.ts';
import { jsonOption } from '../options/json-option.ts';
import { failOnOption, failsOn, reportOption, writeReports } from '../options/report-options.ts';
import { subcommand } from '../options/subcommand.ts';
import { diagnosticLines } from '../output/diagnostic-lines.ts';
import { exitCodes } from '../output/exit-codes.ts';
import { type Format, paint } from '../output/paint.ts';
import { printJson } from '../output/print-json.ts';
import { showStages } from '../output/progress.ts';
import { table } from '../output/table.ts';
import { foldersOf, INTERCOM, importedVersions, requireImported } from '../start/intercom-folders.ts';
import { loadGenerator } from '../workspace/load-generator.ts';

/** `intercom-mcp generate`: the tools of Intercom, or of any description with `--spec`, `--out` and `--name`. */
export function generate(): CommandUnknownOpts {
  return subcommand('generate')
    .description('generate tools from an OpenAPI 3 or Swagger 2 description')
    .option(
      '--spec <file|url>',
      "the description; that of the project's config, else Intercom's contract, with its overlays unless given",
    )
    .option('--out <folder>', 'where the generated files go')
    .option('--name <name>', 'name of the API, a part of every tool name')
    .option('--overlays <folder>', 'OpenAPI Overlay 1.0 files to apply')
    .option(
      '--runtime <specifier>',
      'module that generated files import the tool type from',
      'intercom-mcp-toolkit/tool',
    )
    .option('--api-version <version>', "the version of Intercom's API; the one that is served unless given")
    .option('--all-versions', "every version of Intercom's API that was imported")
    .option('--strict', 'write nothing where an operation of the description gets no tool')
    .option('--force', 'go through all stages, even where nothing changed since the last run')
    .option('--check', 'write nothing; exit with 1 if anything would change')
    .addOption(reportOption())
    .addOption(failOnOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp generate --all-versions --check',
        'intercom-mcp generate --api-version 2.15',
        'intercom-mcp generate --check --report changes.md --fail-on breaking',
        'intercom-mcp generate --spec petstore.yaml --out generated/petstore --name petstore',
      ),
    )
    .action(async (flags, command) => {
      const {
        spec,
        out,
        name,
        overlays,
        runtime,
        apiVersion,
        allVersions = false,
        check = false,
        strict = false,
        force = false,
      } = flags;
      const { report: reports = [], failOn, json } = flags;
      const { configIn, readProjectConfig } = await import('../api/project-config.ts');
      const config = spec === undefined ? configIn(process.cwd()) : undefined;
      if (config !== undefined)
        refuseIdle(command, flags, ['name', 'overlays', 'apiVersion', 'allVersions'], {
          because: `${basename(config)} says what is generated`,
          help: 'Write it there, or name the description with --spec.',
        });
      else if (spec === undefined)
        refuseIdle(command, flags, ['name', 'overlays', 'runtime'], {
          because: "without --spec Intercom's contract is generated, as the project has it",
          help: 'Name the description with --spec, or leave them out.',
        });
      else
        refuseIdle(command, flags, ['apiVersion', 'allVersions'], {
          because: 'with --spec that description is generated, whatever its version',
          help: 'Leave them out, or --spec.',
        });
      if (allVersions)
        refuseIdle(command, flags, ['apiVersion', 'out', 'report'], {
          because: 'every version is generated, each into its own folder and with a report of its own',
          help: 'Leave them out, or --all-versions.',
        });
      if (apiVersion !== undefined) requireImported(process.cwd(), apiVersion);
      // Loaded only now: it brings a TypeScript compiler along.
      const { DiagnosticError, diagnostic, generate: run, markdownReport, printReport } = await loadGenerator();
      if (spec !== undefined && (out === undefined || name === undefined)) {
        throw new DiagnosticError([diagnostic('OPTIONS_MISSING', '--spec needs --out and --name as well')]);
      }
      const project = config === undefined ? undefined : await readProjectConfig(config);
      const versions = allVersions ? importedVersions(process.cwd()) : [apiVersion];
      const targets =
        project !== undefined
          ? [{ runtime, ...ofProject(project, out) }]
          : spec === undefined
            ? versions.map((version) => ofIntercom(version, out))
            : [{ spec, out: out ?? '', name: name ?? '', runtime, ...(overlays && { overlays }) }];
      const accept = (changes: ChangeReport): boolean => !failsOn(changes, failOn);
      const done: GenerateReport[] = [];
      for (const target of targets) {
        const report = await showStages((onStage) => run({ ...target, check, strict, force, accept, onStage }));
        const isRefused = !accept(report.report);
        await writeReports(report.report, reports, markdownReport);
        if (!json) print(report, { changes: printReport(report.report, onTerminal), check, isRefused });
        done.push(report);
      }
      if (json) printJson(allVersions ? done : done[0], json);
      if (!done.every(({ report }) => accept(report))) process.exitCode = exitCodes.changed.code;
      else if (check && done.some(({ files }) => files.length > 0)) process.exitCode = exitCodes.failed.code;
    });
}

/** A version of Intercom's tools as the project has it. */
function ofIntercom(version: string | undefined, out: string | undefined) {
  const { spec, overlays, out: folder } = foldersOf(version);
  return { ...INTERCOM, spec: `${spec}/contract.json`, overlays, out: out ?? folder };
}

/** The tools of the project in the working directory, as its config says. */
function ofProject({ profile: _, out: folder, ...config }: ProjectConfig, out: string | undefined) {
  return { ...config, out: out ?? folder };
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
  const isWordless = ({ code }: Diagnostic): boolean => code === 'WORDS_MISSING' || code === 'FIELD_WORDS_MISSING';
  // What has no words is among what is left to do.
  const lines = diagnosticLines(
    diagnostics.filter((each) => !isWordless(each)),
    onTerminal,
  );
  if (lines.length > 0) console.log(lines.join('\n'));
  const wordless = diagnostics.filter(isWordless).length;
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
