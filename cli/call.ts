import { text } from 'node:stream/consumers';
import { InputError } from '../runtime/index.ts';
import { catalog, loadTool } from '../runtime/intercom.ts';
import { didYouMean } from '../runtime/nearest.ts';
import { clientFromEnvironment } from './environment.ts';

/** `intercom-mcp call NAME 'JSON'`: prints the answer as JSON; bytes are written as they are. */
export const call = async (name: string, given: string): Promise<void> => {
  const tool = await loadTool(name);
  if (!tool) {
    const names = catalog.map((entry) => entry.name);
    throw new InputError(
      [{ argument: '', message: `there is no tool ${JSON.stringify(name)}.${didYouMean(name, names)}` }],
      'Run `intercom-mcp tools` for the list.',
    );
  }
  const input = parseArguments(given === '-' ? await text(process.stdin) : given);
  const answer: unknown = await clientFromEnvironment().call(tool, input);
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
