import { describeCall } from './describe-call.ts';
import { describeValue } from './describe-value.ts';
import type { ProgramWrite } from './program-calls.ts';

/** Characters of those writes that are shown as a question about one of them would show it; of the others their requests are. */
const SHOWN_WHOLE = 20_000;

/** What a person agrees to: every write of a program, in its order. */
export async function describeProgram(writes: readonly ProgramWrite[], place: string | undefined): Promise<string> {
  const count = writes.length === 1 ? 'one call that changes' : `${writes.length} calls that change`;
  const lines = [`A program makes ${count} something`, ...(place === undefined ? [] : [`In ${place}`])];
  let room = SHOWN_WHOLE;
  for (const [at, write] of writes.entries()) {
    const whole = await describeWrite(write);
    const shown = whole.length <= room ? whole : requestOf(write);
    room -= shown.length;
    lines.push(`${at + 1}. ${shown}`);
  }
  return lines.join('\n');
}

async function describeWrite({ entry: { name, title }, args, dry }: ProgramWrite): Promise<string> {
  if (dry !== undefined) return describeCall({ name, title }, args, { request: dry.output, names: dry.names });
  const lead = 'With what the call of that number answers, where [answer …] stands:';
  return [`${title} (${name})`, lead, ...describeValue(args)].join('\n');
}

function requestOf({ entry: { name, title }, dry }: ProgramWrite): string {
  return `${title} (${name}): ${dry === undefined ? 'with what an earlier call answers' : `${dry.output.method} ${dry.output.url}`}`;
}
