import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { ConfigError, InputError } from '../../runtime/value/errors.ts';
import { didYouMean } from '../../runtime/value/nearest.ts';
import { examples } from '../options/examples.ts';
import { refuseIdle } from '../options/idle-options.ts';
import { jsonOption } from '../options/json-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { printJson } from '../output/print-json.ts';
import { showStages } from '../output/progress.ts';
import { foldersOf, requireImported } from '../start/intercom-folders.ts';
import { loadGenerator } from '../workspace/load-generator.ts';

/** `intercom-mcp words`: what has no words for models yet, stubs to write them in, and whether those that are there keep the rules. */
export function words(): CommandUnknownOpts {
  return subcommand('words')
    .description(
      'list the tools and arguments that have no words for models, write stubs for them, check words by the rules',
    )
    .option('--tool <name>', 'one tool with all that is known of it, with words or without')
    .addOption(
      new Option('--write', 'write a stub for each into the overlay of its resource').conflicts(['tool', 'lint']),
    )
    .addOption(
      new Option('--lint', 'check the words of the overlays; exit with 1 where one breaks a rule').conflicts('tool'),
    )
    .option('--api-version <version>', "the version of Intercom's API; the one that is served unless given")
    .option(
      '--spec <file|url>',
      "a description; that of the project's config, else Intercom's contract, with its overlays unless given",
    )
    .option('--overlays <folder>', 'OpenAPI Overlay 1.0 files that apply to it')
    .option('--name <name>', 'name of the API, a part of every tool name')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp words',
        'intercom-mcp words --tool list_all_intercom_tags',
        'intercom-mcp words --write',
        'intercom-mcp words --lint',
        'intercom-mcp words --spec petstore.yaml --overlays overlays --name petstore --json .tool',
      ),
    )
    .action(async (flags, command) => {
      const { tool, write = false, lint = false, apiVersion, spec, overlays, name, json } = flags;
      const { configIn, readProjectConfig } = await import('../api/project-config.ts');
      const config = spec === undefined ? configIn(process.cwd()) : undefined;
      if (spec === undefined)
        refuseIdle(command, flags, ['overlays', 'name', ...(config === undefined ? [] : (['apiVersion'] as const))], {
          because:
            config === undefined
              ? "without --spec Intercom's contract is looked at, as the project has it"
              : `without --spec that of ${basename(config)} is looked at`,
          help: 'Name the description with --spec, or leave them out.',
        });
      else
        refuseIdle(command, flags, ['apiVersion'], {
          because: 'with --spec that description is looked at, whatever its version',
          help: 'Leave it out, or --spec.',
        });
      const [{ DiagnosticError, diagnostic, inspectWords, writeStubs }, lines] = await Promise.all([
        loadGenerator(),
        import('../words/words-lines.ts'),
      ]);
      const missing = (message: string): Error => new DiagnosticError([diagnostic('OPTIONS_MISSING', message)]);
      if (spec !== undefined && name === undefined) throw missing('--spec needs --name as well');
      const source =
        spec !== undefined
          ? { spec, name: name ?? '', overlays }
          : config === undefined
            ? ofIntercom(apiVersion)
            : await readProjectConfig(config);
      const { overlays: folder } = source;
      const from = { spec: source.spec, name: source.name, ...(folder !== undefined && { overlays: folder }) };
      if (write) {
        if (folder === undefined) throw missing(`--write needs ${whereOverlays(config)} as well`);
        const written = await showStages((onStage) => writeStubs({ ...from, overlays: folder }, onStage));
        if (json) printJson(written, json);
        else console.log(lines.stubLines(written));
        return;
      }
      if (lint && folder === undefined) throw missing(`--lint needs ${whereOverlays(config)} as well`);
      const report = await showStages((onStage) => inspectWords(from, onStage));
      if (lint) {
        if (json) printJson(report.problems, json);
        else console.log(lines.problemLines(report.problems));
        if (report.problems.length > 0) process.exitCode = 1;
      } else if (tool !== undefined) {
        const found = report.tools.find((one) => one.tool === tool);
        if (found === undefined)
          throw unknownTool(
            tool,
            report.tools.map((one) => one.tool),
          );
        if (json) printJson(found, json);
        else console.log(lines.factsLines(found));
      } else if (json) printJson(report.wordless, json);
      else console.log(lines.wordlessLines(report));
    });
}

/** What says where overlays are: an option, or the config of the project. */
function whereOverlays(config: string | undefined): string {
  return config === undefined ? '--overlays' : `overlays in ${basename(config)}`;
}

function unknownTool(name: string, names: readonly string[]): InputError {
  const message = `there is no tool ${JSON.stringify(name)}.${didYouMean(name, names)}`;
  return new InputError(
    [{ argument: '--tool', message }],
    'intercom-mcp words --json .tool lists those that lack words.',
  );
}

/** What the tools of a version of Intercom's API are planned from, in a checkout. */
function ofIntercom(version: string | undefined): { spec: string; name: string; overlays: string } {
  if (version !== undefined) requireImported(process.cwd(), version);
  const { spec, overlays } = foldersOf(version);
  if (!existsSync(`${spec}/contract.json`))
    throw new ConfigError(
      `There is no ${spec}/contract.json in this folder.`,
      'Run it in a checkout of the toolkit, or name a description with --spec and --name.',
    );
  return { spec: `${spec}/contract.json`, name: 'intercom', overlays };
}
