import { styleText } from 'node:util';

/** Calls a tool over MCP and resolves to the JSON of its result. */
export type CallTool = (name: string, args: Readonly<Record<string, unknown>>) => Promise<Answered>;

/** What the tools of the two workflows answer, as far as these read it. */
export interface Answered {
  readonly result: readonly Answered[];
  readonly id: string;
  readonly [key: string]: unknown;
}

const WIDTH = 110;

/** Prints a line, in a colour where standard output is a terminal. */
export function say(text: string, format?: 'bold' | 'green' | 'dim'): void {
  console.log(format === undefined ? text : styleText(format, text, { stream: process.stdout, validateStream: true }));
}

/** Prints a call: the tool by its name, its arguments, and the beginning of each text that came back. */
export function show(name: string, args: Readonly<Record<string, unknown>>, texts: readonly string[]): void {
  say(`\n  ${name}`, 'bold');
  say(`    -> ${cut(JSON.stringify(args), 3 * WIDTH)}`);
  for (const text of texts) say(`    <- ${cut(text.replaceAll(/\s+/g, ' '), 2 * WIDTH)}`, 'dim');
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}… (${text.length} characters)`;
}
