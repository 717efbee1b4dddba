import { Option } from '@commander-js/extra-typings';
import { parseList } from './value-parsers.ts';

/** `--tools`: single tools. */
export function toolsOption() {
  return new Option('--tools <tools>', 'only these tools, beside those of --methods').argParser(parseList);
}

/** `--confirm`: before which calls a person is asked. */
export function confirmOption() {
  return new Option('--confirm <calls>', 'ask before calls that remove or cannot be undone, or before every write')
    .choices(['destructive', 'write', 'never'] as const)
    .default('never' as const);
}
