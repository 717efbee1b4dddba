import type { CommanderError, CommandUnknownOpts } from '@commander-js/extra-typings';
import { ToolkitError } from '../../runtime/value/errors.ts';

/** The command line cannot be read; `help` leads to the help of the command that it was meant for. Code `usage`. */
export class UsageError extends ToolkitError {
  override readonly name = 'UsageError';

  constructor(command: CommandUnknownOpts, { code, message }: CommanderError) {
    const words = code === 'commander.help' ? 'a command is missing' : message.replace(/^error: /, '');
    super('usage', words, `${lineOf(command)} --help lists its ${contentsOf(command)}.`);
  }
}

function contentsOf({ commands, options }: CommandUnknownOpts): string {
  const has = [...(commands.length > 0 ? ['commands'] : []), ...(options.length > 0 ? ['options'] : [])];
  return has.length === 0 ? 'arguments' : has.join(' and ');
}

/** The words that call a command. */
function lineOf(command: CommandUnknownOpts): string {
  return command.parent === null ? command.name() : `${lineOf(command.parent)} ${command.name()}`;
}
