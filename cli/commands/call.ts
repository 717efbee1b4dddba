import { text } from 'node:stream/consumers';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { InputError } from '../../runtime/value/errors.ts';
import { examples } from '../options/examples.ts';
import { subcommand } from '../options/subcommand.ts';

/**
 * `intercom-mcp call NAME 'JSON'`: prints what a model would be answered, the API's own answer with `--raw`, or the request
 * of a dry run, as JSON; bytes are written as they are.
 */
export function call(): CommandUnknownOpts {
  return subcommand('call')
    .description('call one tool and print its answer as JSON')
    .argument('<tool>', 'name of the tool')
    .argument('[arguments]', 'its arguments as a JSON object; - reads them from stdin', '{}')
    .option('--raw', 'print all that the API answered, not what a model is shown of it')
    .option('--dry-run', 'print the HTTP request, without the token, and send nothing')
    .addHelpText(
      'after',
      examples(
        'intercom-mcp call get_single_intercom_me',
        `intercom-mcp call list_all_intercom_articles_search '{"phrase":"SSO"}'`,
        'intercom-mcp call intercom_conversations_reply - --dry-run < reply.json',
      ),
    )
    .action(async (name, json, { raw = false, dryRun = false }) => {
      const [{ findTool }, { clientFromEnvironment }, { searchNote }] = await Promise.all([
        import('../workspace/find-tool.ts'),
        import('../workspace/client.ts'),
        import('../../runtime/search/search-note.ts'),
      ]);
      const tool = await findTool(name);
      const input = parseArguments(json === '-' ? await text(process.stdin) : json);
      const { output, repairs, hints } = await clientFromEnvironment().exchange(tool, input, {
        dryRun,
        shape: raw ? 'raw' : 'model',
      });
      const note = searchNote({ repairs, hints });
      if (note !== '') console.error(note);
      if (output instanceof Uint8Array) process.stdout.write(output);
      else console.log(typeof output === 'string' ? output : JSON.stringify(output, null, 2));
    });
}

function parseArguments(json: string): Record<string, unknown> {
  try {
    return JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      [{ argument: '', message: `the arguments are no JSON: ${reason}` }],
      `Give an object in single quotes, such as '{"contact_id":"abc"}'.`,
    );
  }
}
