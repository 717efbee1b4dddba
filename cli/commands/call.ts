import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { examples } from '../options/examples.ts';
import { refuseIdle } from '../options/idle-options.ts';
import { jsonOption } from '../options/json-option.ts';
import { targetCommand } from '../options/workspace-options.ts';
import { renderJson } from '../output/print-json.ts';
import { abortOnInterrupt } from '../process/abort-on-interrupt.ts';

/**
 * `intercom-mcp call NAME name=value`: prints what a model would be answered, the API's own answer with `--raw`, or the request
 * of a dry run, as JSON; bytes are written as they are.
 */
export function call(): CommandUnknownOpts {
  return targetCommand('call')
    .description('call one tool and print its answer as JSON')
    .argument('<tool>', 'name of the tool, or of its export such as searchConversations')
    .argument(
      '[arguments...]',
      'its arguments as name=value, nested.name=value, or a JSON object; - reads that from standard input',
    )
    .option('--arg <name=value>', 'one argument, as often as needed; @file is what stands in a file', collect)
    .option('--raw', 'print all that the API answered, not what a model is shown of it')
    .option('--dry-run', 'print the HTTP request, without the token, and send nothing')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp call getMe --sandbox',
        'intercom-mcp call searchArticles phrase=SSO limit=3 --json result.id,result.title',
        'intercom-mcp call searchTickets query.field=open query.operator== query.value=true',
        'intercom-mcp call replyToConversation conversation_id=7 type=admin admin_id=1 --arg body=@reply.md --dry-run',
        `intercom-mcp call get_single_intercom_conversation_by_id '{"conversation_id":"104857392"}'`,
        'intercom-mcp call --api generated/petstore getPet pet_id=7',
      ),
    )
    .action(async (name, words, flags, command) => {
      const { arg: named = [], raw = false, dryRun = false, json } = flags;
      if (dryRun)
        refuseIdle(command, flags, ['raw'], {
          because: 'a dry run has no answer',
          help: 'Leave it out, or --dry-run.',
        });
      const [{ findTool }, { readArguments }, { chooseTarget }, { searchNote }] = await Promise.all([
        import('../workspace/find-tool.ts'),
        import('../call/read-arguments.ts'),
        import('../workspace/choose-target.ts'),
        import('../../runtime/search/search-note.ts'),
      ]);
      const { api, client } = await chooseTarget(command, flags);
      const { tool, entry, isGuess, note: former } = await findTool(name, api);
      if (isGuess) console.error(`intercom-mcp: ${name} is taken for ${entry.name}`);
      if (former !== undefined) console.error(`intercom-mcp: ${former}`);
      const input = await readArguments({ words, named }, entry.inputSchema);
      using interrupt = abortOnInterrupt();
      const { signal } = interrupt;
      const shape = raw ? 'raw' : 'model';
      const { output, repairs, hints } = await client.exchange(tool, input, { dryRun, shape, signal });
      const note = searchNote({ repairs, hints });
      if (note !== '') console.error(note);
      if (output instanceof Uint8Array) process.stdout.write(output);
      else if (typeof output === 'string') console.log(output);
      else {
        const { text, problems } = renderJson(output, json ?? true);
        if (text !== '') console.log(text);
        // The call was made: what is not there is said, and is no failure.
        for (const problem of problems) console.error(`intercom-mcp: warning: ${problem}`);
      }
    });
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
