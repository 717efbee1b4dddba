import { isRecord } from '../../runtime/value/value.ts';
import { shownWords } from '../output/shown-words.ts';

/** The command line that calls a tool with these arguments, for a POSIX shell; `api` is where its tools are, if they are not Intercom's. */
export function exampleCall(tool: string, values: Readonly<Record<string, unknown>>, api?: string): string {
  const named = api === undefined ? [] : ['--api', api];
  return shownWords(['intercom-mcp', 'call', ...named, tool, ...wordsOf(values, '')]);
}

/** What lies within others by dotted names; lists as JSON. */
function wordsOf(values: Readonly<Record<string, unknown>>, within: string): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (isRecord(value) && Object.keys(value).length > 0) return wordsOf(value, `${within}${name}.`);
    return [`${within}${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`];
  });
}
