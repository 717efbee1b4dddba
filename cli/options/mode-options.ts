import { Option } from '@commander-js/extra-typings';
import { ConfigError } from '../../runtime/value/errors.ts';
import { parseBetween } from './value-parsers.ts';

/** `--discovery`: four tools in place of the list. */
export function discoveryOption() {
  return new Option('--discovery', 'list four tools that find, describe and call the others, for small contexts');
}

/** `--code`: three tools in place of the list. */
export function codeOption() {
  return new Option('--code', 'list three tools, with which a model writes a program that calls the others');
}

/** `--code-calls`: how much one program may do. */
export function codeCallsOption() {
  return new Option(
    '--code-calls <number>',
    'with --code: calls that one program may make; 100 unless said otherwise',
  ).argParser(parseBetween(1, 1000));
}

/** What says in which way the tools are offered. */
interface ModeFlags {
  readonly discovery?: true | undefined;
  readonly code?: true | undefined;
  readonly codeCalls?: number | undefined;
}

/** Throws {@link ConfigError} for two ways at once, and for a limit of programs where there are none. */
export function checkModeOptions({ discovery, code, codeCalls }: ModeFlags): void {
  if (discovery && code)
    throw new ConfigError(
      '--discovery and --code are two ways to offer the same tools.',
      'Choose one: with --code a model finds tools as well, and calls many of them at once.',
    );
  if (codeCalls !== undefined && !code)
    throw new ConfigError(
      '--code-calls would do nothing: without --code no programs are run.',
      'Add --code, or leave it out.',
    );
}
