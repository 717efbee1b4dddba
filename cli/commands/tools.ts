import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { apiOption } from '../options/api-option.ts';
import { examples } from '../options/examples.ts';
import { methodsOption, tagsOption } from '../options/filter-options.ts';
import { refuseIdle } from '../options/idle-options.ts';
import { jsonOption } from '../options/json-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { parseAtLeast } from '../options/value-parsers.ts';
import { apiVersionOption } from '../options/workspace-options.ts';
import { printJson } from '../output/print-json.ts';

/** Tools that a search shows unless it is asked for more. */
const SHOWN = 10;

/** `intercom-mcp tools`: tools as a table, one of them with its arguments, or those that fit some words. */
export function tools(): CommandUnknownOpts {
  return subcommand('tools')
    .description('list the tools and what each costs a model, find some by words, or show all of one')
    .argument('[tool]', 'one tool, by its name or that of its export: its arguments, an example, its import')
    .addOption(tagsOption())
    .addOption(methodsOption())
    .addOption(apiVersionOption())
    .addOption(apiOption())
    .option('--search <words>', 'tools that do what the words say, best first, as models find them')
    .option('--limit <number>', `with --search: how many; ${SHOWN} unless given`, parseAtLeast(1))
    .option('--by-tag', 'list the tags and groups, with how many tools each has and what a list of them costs')
    .option('--digest', 'print the digest of the tools, which serve --expect-catalog takes')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp tools --tags knowledge_base --methods read',
        'intercom-mcp tools searchConversations',
        'intercom-mcp tools --api-version 2.15 --tags tickets',
        'intercom-mcp tools --api generated/petstore --by-tag',
        'intercom-mcp tools --search "close a conversation" --json name,description',
        'intercom-mcp serve --tags support --expect-catalog "$(intercom-mcp tools --tags support --digest)"',
      ),
    )
    .action(async (name, flags, command) => {
      const { tags, methods, search, limit = SHOWN, digest, byTag, json } = flags;
      const { api: place, apiVersion } = flags;
      if (search === undefined)
        refuseIdle(command, flags, ['limit'], { because: 'without --search all are listed', help: 'Leave it out.' });
      const { apiOfFlags } = await import('../workspace/api-of-flags.ts');
      if (name !== undefined) {
        refuseIdle(command, flags, ['tags', 'methods', 'search', 'limit', 'digest', 'byTag'], {
          because: 'one tool is shown',
          help: 'Leave the name of the tool out, or them.',
        });
        const { describeTool, toolLines } = await import('../tools/describe-tool.ts');
        const described = await describeTool(name, await apiOfFlags(command, { api: place, apiVersion }));
        if (json) printJson(described, json);
        else console.log(toolLines(described));
        return;
      }
      if (digest) {
        refuseIdle(command, flags, ['search', 'limit', 'byTag'], {
          because: '--digest is of all tools that a server with the same filters serves',
          help: 'Leave one of them out.',
        });
        const { catalogOf } = await import('../tools/catalog-of.ts');
        const identity = catalogOf({ tags, methods }, await apiOfFlags(command, { api: place, apiVersion }));
        if (json) printJson(identity, json);
        else console.log(identity.digest);
        return;
      }
      const [{ listTools, publishTools }, { searchTools }] = await Promise.all([
        import('../tools/list-tools.ts'),
        import('../tools/search-tools.ts'),
      ]);
      const api = await apiOfFlags(command, { api: place, apiVersion });
      const kept = searchTools(api, { tags, methods, search, limit });
      if (byTag) {
        const { listTags, summarizeTags } = await import('../tools/list-tags.ts');
        const summaries = summarizeTags(kept);
        if (json) printJson(summaries, json);
        else console.log(listTags(summaries));
        return;
      }
      if (json) printJson(publishTools(kept, api), json);
      else console.log(listTools(kept));
    });
}
