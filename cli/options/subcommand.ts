import { Command } from '@commander-js/extra-typings';

/** A command by the words that call it, such as `'gateway', 'export'`. */
export function subcommand(...words: readonly [...string[], string]) {
  return new Command(words.at(-1));
}
