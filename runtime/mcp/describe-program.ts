import { describeCall } from './describe-call.ts';
import { describeValue } from './describe-value.ts';
import type { ProgramWrite } from './program-calls.ts';

/** Writes that are shown as a question about one of them would show it; of the others their requests are. */
const SHOWN_WHOLE = 20;

/** What a person agrees to: every write of a program, in its order. */
export async function describeProgram(writes: readonly ProgramWrite[], place: string | undefined): Promise<string> {
  const count = writes.length === 1 ? 'one call that changes' : `${writes.length} calls that change`;
  const described = await Promise.all(writes.map((write, at) => describeWrite(write, at)));
  return [`A program makes ${count} something`, ...(place === undefined ? [] : [`In ${place}`]), ...described].join(
    '\n',
  );
}

async function describeWrite({ entry, args, dry }: ProgramWrite, at: number): Promise<string> {
  const { name, title } = entry;
  if (dry === undefined)
    return [
      `${at + 1}. ${title} (${name})`,
      'With what the call of that number answers, where [answer …] stands:',
      ...describeValue(args),
    ].join('\n');
  const { output: request, names } = dry;
  if (at >= SHOWN_WHOLE) return `${at + 1}. ${title} (${name}): ${request.method} ${request.url}`;
  return `${at + 1}. ${await describeCall({ name, title }, args, { request, names })}`;
}
