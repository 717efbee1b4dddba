import { text } from 'node:stream/consumers';
import { InputError } from '../../runtime/index.ts';
import { searchNote } from '../../runtime/search/search-note.ts';
import { clientFromEnvironment } from '../workspace/client-from-environment.ts';
import { findTool } from '../workspace/find-tool.ts';

interface CallFlags {
  readonly dryRun?: boolean;
  readonly raw?: boolean;
}

/**
 * `intercom-mcp call NAME 'JSON'`: prints what a model would be answered, the API's own answer with `--raw`, or the request
 * of a dry run, as JSON; bytes are written as they are.
 */
export const call = async (name: string, given: string, { dryRun = false, raw = false }: CallFlags): Promise<void> => {
  const tool = await findTool(name);
  const input = parseArguments(given === '-' ? await text(process.stdin) : given);
  const {
    output: answer,
    repairs,
    hints,
  } = await clientFromEnvironment().exchange(tool, input, {
    dryRun,
    shape: raw ? 'raw' : 'model',
  });
  const note = searchNote({ repairs, hints });
  if (note !== '') console.error(note);
  if (answer instanceof Uint8Array) process.stdout.write(answer);
  else console.log(typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2));
};

const parseArguments = (given: string): Record<string, unknown> => {
  try {
    return JSON.parse(given);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      [{ argument: '', message: `the arguments are no JSON: ${reason}` }],
      `Give an object in single quotes, such as '{"contact_id":"abc"}'.`,
    );
  }
};
