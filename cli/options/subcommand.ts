import { Command } from '@commander-js/extra-typings';

/** A command by the words that call it, such as `'gateway', 'export'`; a mistake in its options points to its own help. */
export function subcommand(...words: readonly [...string[], string]) {
  return new Command(words.at(-1)).showHelpAfterError(`(intercom-mcp ${words.join(' ')} --help lists its options)`);
}
