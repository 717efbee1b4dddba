import { styleText } from 'node:util';
import type { Change } from 'intercom-mcp-toolkit/sandbox';

/** Calls a tool over MCP and resolves to the JSON of its result. */
export type CallTool = (name: string, args: Readonly<Record<string, unknown>>) => Promise<Answered>;

/** What the tools of the two workflows answer, as far as these read it. */
export interface Answered {
  readonly result: readonly Answered[];
  readonly id: string;
  readonly [key: string]: unknown;
}

/** Characters of a line, about. */
const WIDTH = 150;

/** Prints a line, in a colour where standard output is a terminal. */
export function say(text: string, format?: 'bold' | 'green' | 'dim'): void {
  console.log(format === undefined ? text : styleText(format, text, { stream: process.stdout, validateStream: true }));
}

/** Prints a call: the tool by its name, its arguments, what came back in a line or two, and what the model is told beside it. */
export function show(
  name: string,
  args: Readonly<Record<string, unknown>>,
  { text, answer, notes }: { text: string; answer: Answered | undefined; notes: readonly string[] },
): void {
  say(`\n  ${name}`, 'bold');
  say(`    -> ${cut(JSON.stringify(args), 2 * WIDTH)}`);
  say(`    <- ${answer === undefined ? cut(text, WIDTH) : `${summary(answer)}, ${text.length} characters`}`);
  for (const note of notes) say(`       ${cut(note, WIDTH)}`, 'dim');
}

function summary(answer: Answered): string {
  if (!Array.isArray(answer.result)) return about(answer);
  const { length } = answer.result;
  return `${length} ${length === 1 ? 'result' : 'results'}: ${cut(answer.result.map(about).join('; '), WIDTH)}`;
}

/** An id, and the first of the names that things have. */
function about(thing: Answered): string {
  const name = [thing.title, thing.name, thing.internal_label, thing.email].find((known) => typeof known === 'string');
  return [thing.id, name].filter(Boolean).join(' ');
}

/** Prints what changed in a workspace, a line for each place. */
export function showChanges(changes: readonly Change[]): void {
  say('\n  Changed:', 'bold');
  for (const { table, id, at, before, after } of changes)
    say(`    ${table} ${id} ${at}: ${[before, after].map(shown).join(' -> ')}`);
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : cut(JSON.stringify(value), WIDTH / 2);
}

function cut(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length)}…`;
}
