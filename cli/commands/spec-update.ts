import { mkdir, readFile } from 'node:fs/promises';
import { basename, join, normalize } from 'node:path';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { apiVersion as servedVersion } from '../../intercom/connection.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { locked } from '../files/locked.ts';
import { examples } from '../options/examples.ts';
import { jsonOption } from '../options/json-option.ts';
import { failOnOption, failsOn, reportOption, writeReports } from '../options/report-options.ts';
import { subcommand } from '../options/subcommand.ts';
import { exitCodes } from '../output/exit-codes.ts';
import { paint } from '../output/paint.ts';
import { printJson } from '../output/print-json.ts';
import { showProgress } from '../output/progress.ts';
import { foldersOf } from '../start/intercom-folders.ts';
import { loadGenerator } from '../workspace/load-generator.ts';

const LICENCE = 'LICENSE-intercom-openapi';

/** `intercom-mcp spec update`: says what a new description changes, then imports its facts. */
export function specUpdate(): CommandUnknownOpts {
  return subcommand('spec', 'update')
    .description('say what a new official description changes, and import its facts into specs/intercom')
    .option('--from <file|url>', "a description; Intercom's public repository unless given")
    .option('--api-version <version>', 'version of the API, such as 2.16 or Preview', servedVersion)
    .option(
      '--dir <folder>',
      'where contract.json and source.json go; specs/intercom, or specs/intercom-VERSION for another version than the served one, unless given',
    )
    .option('--overlays <folder>', 'overlays that the tools are made with', 'specs/intercom/overlays')
    .option(
      '--compare-with <folder>',
      'folder of the contract to compare with; the one that is replaced, or that of the served version where there is none, unless given',
    )
    .option('--dry-run', 'write nothing but the report')
    .option('--apply-moves', 'write into the overlays where their targets went, if nothing else can be meant')
    .option('--strict', 'refuse a description of which anything cannot be read')
    .addOption(reportOption())
    .addOption(failOnOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp spec update --dry-run --report changes.md',
        'intercom-mcp spec update --from api.intercom.io.yaml --fail-on breaking',
        'intercom-mcp spec update --api-version 2.15',
      ),
    )
    .action(
      async ({
        from,
        apiVersion,
        overlays,
        compareWith,
        dryRun = false,
        applyMoves,
        strict,
        report: files,
        failOn,
        json,
        ...flags
      }) => {
        const served = foldersOf();
        const { dir = foldersOf(apiVersion).spec } = flags;
        const isOurs = normalize(overlays) === normalize(served.overlays);
        // What moved in one version has not moved in another that is made with the same overlays.
        if (applyMoves && isOurs && normalize(dir) !== normalize(served.spec))
          throw new ConfigError(
            `--apply-moves would write into ${overlays}, which version ${servedVersion} in ${served.spec} is made with.`,
            `Make it the served version with --dir ${served.spec}, or name a copy of the overlays with --overlays.`,
          );
        const { markdownReport, prepareUpdate, printReport, printSummary } = await loadGenerator();
        const progress = showProgress('importing the description');
        const generated = join('generated', basename(dir));
        const { summary, report, write } = await prepareUpdate({
          ...{ from, apiVersion, dir, overlays, generated, applyMoves, strict },
          ...((compareWith !== undefined || isOurs) && { against: againstOf(compareWith) }),
          ...(isOurs && { licence: await readFile(join(served.spec, LICENCE), 'utf8').catch(() => undefined) }),
        }).finally(progress[Symbol.dispose]);
        if (!json)
          process.stdout.write(`${printReport(report, (format, text) => paint(process.stdout, format, text))}\n`);
        await writeReports(report, files ?? [], markdownReport);
        const isRefused = failsOn(report, failOn);
        const written = dryRun || isRefused ? 'dry run' : await writeAlone(dir, write);
        if (json) printJson({ ...summary, report, written: written === 'dry run' ? [] : written }, json);
        else process.stdout.write(printSummary(summary, isRefused ? 'refused' : written));
        if (isRefused) process.exitCode = exitCodes.changed.code;
      },
    );
}

/** The contract to compare with: that of a folder that was named, else of the served version where there is no other. */
function againstOf(folder: string | undefined): { dir: string; generated: string; isFallback: boolean } {
  const dir = folder ?? foldersOf().spec;
  return { dir, generated: join('generated', basename(dir)), isFallback: folder === undefined };
}

/** Writes while no other import does. */
async function writeAlone(dir: string, write: () => Promise<readonly string[]>): Promise<readonly string[]> {
  // What is wrong with the folder is told by whoever writes into it.
  await mkdir(dir, { recursive: true }).catch(() => undefined);
  return await locked(join(dir, 'contract.json'), write);
}
