import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { apiVersion as servedVersion } from '../../intercom/connection.ts';
import { examples } from '../options/examples.ts';
import { jsonOption } from '../options/json-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { printJson } from '../output/print-json.ts';
import { showProgress } from '../output/progress.ts';
import { foldersOf } from '../start/intercom-folders.ts';
import { loadGenerator } from '../workspace/load-generator.ts';

/** `intercom-mcp spec update`: imports the facts of a description. */
export function specUpdate(): CommandUnknownOpts {
  return subcommand('spec', 'update')
    .description('import the facts of the official description into specs/intercom')
    .option('--from <file|url>', "a description; Intercom's public repository unless given")
    .option('--api-version <version>', 'version of the API', servedVersion)
    .option(
      '--dir <folder>',
      'where contract.json and source.json go; specs/intercom, or specs/intercom-VERSION for another version than the served one, unless given',
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('intercom-mcp spec update --from api.intercom.io.yaml', 'intercom-mcp spec update --api-version 2.15'),
    )
    .action(async ({ from, apiVersion, dir = foldersOf(apiVersion).spec, json }) => {
      const { printSummary, updateSpec } = await loadGenerator();
      const progress = showProgress('importing the description');
      const summary = await updateSpec({ apiVersion, dir, ...(from !== undefined && { from }) }).finally(
        progress[Symbol.dispose],
      );
      if (json) printJson(summary, json);
      else process.stdout.write(printSummary(summary));
    });
}
