import { appendFile } from 'node:fs/promises';
import { type Outcome, run } from './judges.ts';

/** Runs a program as {@link run} does; what it printed goes to the file that `TRANSCRIPTS` names, for a person to read. */
export async function runTold(title: string, ...call: Parameters<typeof run>): Promise<Outcome> {
  const outcome = await run(...call);
  const printed = [outcome.stdout, outcome.stderr].map((text) => text.trim()).filter(Boolean);
  await tell(`${title}   (exit ${outcome.code})`, printed.join('\n--- stderr ---\n'));
  return outcome;
}

/** Characters of one text: a list of tools says nothing more to a person after them. */
const LONGEST = 3000;

/** Writes a client's words to the file that `TRANSCRIPTS` names, where it is set. */
export async function tell(title: string, text: string): Promise<void> {
  const file = process.env.TRANSCRIPTS;
  if (file === undefined) return;
  const more = text.length - LONGEST;
  const shown = more > 0 ? `${text.slice(0, LONGEST)}… (${more} characters more)` : text;
  await appendFile(file, `=== ${title}\n${shown}\n\n`);
}
