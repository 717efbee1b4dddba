import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { REGION_HOSTS } from '../../intercom/connection.ts';
import { modes } from '../../runtime/catalog/mode.ts';
import { ALL, ANY, confirmations } from '../desktop/settings.ts';
import { apiOption } from '../options/api-option.ts';
import { examples } from '../options/examples.ts';
import { methodsOption, tagsOption } from '../options/filter-options.ts';
import { refuseIdle } from '../options/idle-options.ts';
import { jsonOption } from '../options/json-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { printJson } from '../output/print-json.ts';

/** `intercom-mcp bundle`: the server as one file that Claude Desktop installs. */
export function bundle(): CommandUnknownOpts {
  return subcommand('bundle')
    .description('write the server as one file that Claude Desktop installs (.mcpb), without Node or npm beside it')
    .option('--out <file>', 'the file; intercom-mcp-toolkit.mcpb unless given')
    .addOption(tagsOption())
    .addOption(methodsOption())
    .addOption(new Option('--mode <mode>', 'how the tools are offered; discovery unless given').choices(modes))
    .addOption(
      new Option('--confirm <calls>', 'before which calls a person is asked; destructive unless given').choices(
        confirmations,
      ),
    )
    .addOption(
      new Option('--region <region>', "where the workspace's data lives; us unless given").choices(
        Object.keys(REGION_HOSTS),
      ),
    )
    .option('--pin', 'offer the tools of today alone: with others, after an update, the extension offers none')
    .option('--workspace <name>', 'what the extension is called, beside those of other workspaces')
    .option('--force', 'replace a file that is no earlier bundle')
    .addOption(apiOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nThese are what the settings of the extension begin with: its user can change them, and gives the token there.',
    )
    .addHelpText(
      'after',
      examples(
        'intercom-mcp bundle',
        'intercom-mcp bundle --tags support,knowledge_base --methods read --mode list',
        'intercom-mcp bundle --api generated/petstore --methods read',
        'intercom-mcp bundle --workspace "Acme Europe" --region eu --out dist/acme.mcpb',
      ),
    )
    .action(async (flags, command) => {
      const { api, out, tags, methods, mode = 'discovery', confirm = 'destructive', region = 'us' } = flags;
      const { workspace, force = false, pin, json } = flags;
      if (api !== undefined)
        refuseIdle(command, flags, ['region'], {
          because: 'the settings of another API are those of its description',
          help: 'Leave it out.',
        });
      const [{ apiOf }, { loadApi }, { filterCatalog }, { catalogOf }, { writeApiBundle, writeBundle }] =
        await Promise.all([
          import('../workspace/api-of.ts'),
          import('../api/load-api.ts'),
          import('../../runtime/catalog/filter.ts'),
          import('../tools/catalog-of.ts'),
          import('../bundle/write-bundle.ts'),
        ]);
      const loaded = api === undefined ? await apiOf(undefined) : await loadApi(api);
      const tools = filterCatalog(loaded.catalog, { tags, methods }).length;
      const expect_catalog = pin ? catalogOf({ tags, methods }, loaded).digest : ANY;
      const presets = { mode, confirm, tags: listed(tags), methods: listed(methods), expect_catalog };
      const { location: folder = '', profile, apiVersion } = loaded;
      const written =
        api === undefined
          ? await writeBundle({ out, workspace, force, presets: { ...presets, region } })
          : await writeApiBundle({ folder, profile, apiVersion, out, workspace, force, presets });
      const report = { ...written, tools };
      if (json) printJson(report, json);
      else console.log(`${toldOf(report)}\n${NEXT}`);
    });
}

function listed(values: readonly string[] | undefined): string {
  return values?.join(', ') ?? ALL;
}

function toldOf({
  file,
  bytes,
  tools,
}: {
  readonly file: string;
  readonly bytes: number;
  readonly tools: number;
}): string {
  return `${file}: ${tools} tools in ${Math.ceil(bytes / 1000)} kB`;
}

const NEXT = 'Open it with Claude Desktop, or drag it into Settings, Extensions; it asks for the credentials there.';
