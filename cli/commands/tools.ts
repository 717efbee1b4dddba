import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { examples } from '../options/examples.ts';
import { methodsOption, tagsOption } from '../options/filter-options.ts';
import { subcommand } from '../options/subcommand.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';

/** `intercom-mcp tools`: a table for people, an array for programs. */
export function tools(): CommandUnknownOpts {
  return subcommand('tools')
    .description('list the tools and what each costs a model')
    .addOption(tagsOption())
    .addOption(methodsOption())
    .option('--json', 'as JSON, with input schemas')
    .addHelpText('after', examples('intercom-mcp tools --tags knowledge_base --methods read'))
    .action(async ({ tags, methods, json }) => {
      const [{ catalog }, { moduleOf }, { filterCatalog }, { importLine }] = await Promise.all([
        import('../../intercom/catalog.ts'),
        import('../../intercom/module-of.ts'),
        import('../../runtime/catalog/filter.ts'),
        import('../../runtime/catalog/import-line.ts'),
      ]);
      const kept = filterCatalog(catalog, { tags, methods });
      const published = kept.map((entry) => ({ ...publicPart(entry), import: importLine(entry, moduleOf) }));
      console.log(json ? JSON.stringify(published, null, 2) : listing(kept));
    });
}

const keys = [
  'name',
  'title',
  'description',
  'class',
  'access',
  'destructive',
  'tags',
  'method',
  'path',
  'inputSchema',
  'tokens',
] as const satisfies readonly (keyof CatalogEntry)[];

/** A tool's annotations are the server's business. */
function publicPart(entry: CatalogEntry): object {
  return Object.fromEntries(keys.map((key) => [key, entry[key]]));
}

function listing(kept: readonly CatalogEntry[]): string {
  const rows = kept.map(({ name, class: kind, destructive, tokens, title }) => {
    return [name, destructive ? `${kind} !` : kind, tokens, title];
  });
  // The width is undefined where it is no terminal: what is piped or kept is whole.
  const lines = table([['TOOL', 'CLASS', 'TOKENS', 'TITLE'], ...rows], process.stdout.columns).split('\n');
  const [head = '', ...rest] = lines;
  const tokens = kept.reduce((sum, entry) => sum + entry.tokens, 0);
  const total = `${kept.length} tools, ${tokens} tokens (o200k); ! marks what removes or cannot be undone`;
  return [paint(process.stdout, 'bold', head), ...rest, paint(process.stdout, 'dim', total)].join('\n');
}
