import { Option } from '@commander-js/extra-typings';
import { isLongList } from '../../runtime/catalog/long-list.ts';
import type { Mode } from '../../runtime/catalog/mode.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { parseAtLeast, parseBetween } from './value-parsers.ts';

/** `--list`: each tool by itself. */
export function listOption() {
  return new Option('--list', 'list each tool: as without it, but where another API has more than clients take');
}

/** `--max-tokens`: what a list may cost. */
export function maxTokensOption() {
  return new Option(
    '--max-tokens <number>',
    'list only as many tools as cost a model so much together, the main ones first, and say what is left out',
  ).argParser(parseAtLeast(1));
}

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
  readonly list?: true | undefined;
  readonly maxTokens?: number | undefined;
  readonly discovery?: true | undefined;
  readonly code?: true | undefined;
  readonly codeCalls?: number | undefined;
}

/** Throws {@link ConfigError} for two ways at once, and for a limit of programs where there are none. */
export function checkModeOptions({ list, maxTokens, discovery, code, codeCalls }: ModeFlags): void {
  if (discovery && code)
    throw new ConfigError(
      '--discovery and --code are two ways to offer the same tools.',
      'Choose one: with --code a model finds tools as well, and calls many of them at once.',
    );
  if (list && (discovery || code))
    throw new ConfigError(
      `--list and --${code ? 'code' : 'discovery'} are two ways to offer the same tools.`,
      'Choose one.',
    );
  if (maxTokens !== undefined && (discovery || code))
    throw new ConfigError(
      `--max-tokens would do nothing: with --${code ? 'code' : 'discovery'} the tools are not in the list.`,
      'Leave it out; --tags and --methods choose among them.',
    );
  if (codeCalls !== undefined && !code)
    throw new ConfigError(
      '--code-calls would do nothing: without --code no programs are run.',
      'Add --code, or leave it out.',
    );
}

/**
 * How the tools are offered. Another API's are listed as long as every client takes the list, and found by four others where it is
 * longer; Intercom's, of which people know that they choose, are listed unless said otherwise.
 */
export function modeOf(
  { list, maxTokens, discovery, code }: ModeFlags,
  { isOther, tools }: { readonly isOther: boolean; readonly tools: number },
): { readonly mode: Mode; readonly note?: string } {
  if (code) return { mode: 'code' };
  if (discovery) return { mode: 'discovery' };
  if (!isOther || list || maxTokens !== undefined || !isLongList(tools)) return { mode: 'list' };
  return {
    mode: 'discovery',
    note: `${tools} tools are too many for one list, so that four others find them (--discovery). --list lists them all the same; --tags, --methods, --tools and --max-tokens choose.`,
  };
}
