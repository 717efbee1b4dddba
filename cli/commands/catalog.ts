import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { apiOption } from '../options/api-option.ts';
import { examples } from '../options/examples.ts';
import { jsonOption } from '../options/json-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { printJson } from '../output/print-json.ts';
import { showProgress } from '../output/progress.ts';

/** `intercom-mcp catalog`: the catalog as pages for a site. */
export function catalog(): CommandUnknownOpts {
  return subcommand('catalog')
    .description('write the catalog as a static site: a page of all tools with a search, and a page a tool')
    .requiredOption('--out <folder>', 'where the site goes; a folder with other files is refused')
    .addOption(apiOption())
    .option('--force', 'write into a folder with other files, which stay')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('intercom-mcp catalog --out site', 'intercom-mcp catalog --out site --api generated/petstore'),
    )
    .action(async ({ out, api, force = false, json }) => {
      const { writeCatalog } = await import('../catalog/write-catalog.ts');
      const progress = showProgress('rendering the pages');
      const report = await writeCatalog({ out, api, force }).finally(progress[Symbol.dispose]);
      const { tools, pages, files } = report;
      if (json) printJson(report, json);
      else console.log(`${pages} pages for ${tools} ${tools === 1 ? 'tool' : 'tools'}, ${files} files in ${out}`);
    });
}
