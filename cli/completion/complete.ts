import type { CommandUnknownOpts, Option } from '@commander-js/extra-typings';

/** A word that may stand at the cursor, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly description?: string;
  /** Whether more is to be written right behind it, so that no blank goes there. */
  readonly isOpen?: boolean;
}

/** Words that depend on more than the command line's own options, by the name of what they stand for. */
export type Sources = Readonly<Record<string, (words: readonly string[], line: Line) => Promise<readonly Candidate[]>>>;

/** What was written before the cursor that other words depend on. */
export interface Line {
  /** The API of `--api`. */
  readonly api?: string | undefined;
}

/** What was written of a command line up to the cursor: the command that it leads to, and what belongs to that. */
interface Position {
  readonly command: CommandUnknownOpts;
  /** Arguments of the command that are there already. */
  readonly given: readonly string[];
  /** The option whose value is being written. */
  readonly option?: Option;
}

/**
 * What may stand at the end of these words, the last of which is being written: commands, options, their choices, and what
 * `sources` know: by the long name of an option, or by that of an argument.
 */
export async function complete(
  root: CommandUnknownOpts,
  words: readonly string[],
  sources: Sources,
): Promise<readonly Candidate[]> {
  const current = words.at(-1) ?? '';
  const { command, given, option } = positionOf(root, words.slice(0, -1));
  const line = { api: valueBefore('--api', words.slice(0, -1)) };
  if (option !== undefined) return valuesOf(option, current, sources, line);
  const equals = current.startsWith('--') ? current.indexOf('=') : -1;
  if (equals > 0) {
    const named = optionNamed(command, current.slice(0, equals));
    const before = current.slice(0, equals + 1);
    const values = named === undefined ? [] : await valuesOf(named, current.slice(equals + 1), sources, line);
    return values.map((one) => ({ ...one, value: before + one.value }));
  }
  if (current.startsWith('-')) return matching(optionsOf(command), current);
  const argument = command.registeredArguments[Math.min(given.length, command.registeredArguments.length - 1)];
  const isAnother = argument !== undefined && (given.length < command.registeredArguments.length || argument.variadic);
  const values = isAnother ? await (sources[argument.name()]?.(given, line) ?? []) : [];
  const commands = given.length === 0 ? commandsOf(command) : [];
  return matching([...commands, ...values], current);
}

/** The value that an option was given before, behind it or behind an equals sign. */
function valueBefore(option: string, words: readonly string[]): string | undefined {
  const at = words.findLastIndex((word) => word === option || word.startsWith(`${option}=`));
  const found = words[at];
  return found === option ? words[at + 1] : found?.slice(option.length + 1);
}

function positionOf(root: CommandUnknownOpts, words: readonly string[]): Position {
  let command = root;
  let given: readonly string[] = [];
  let option: Option | undefined;
  for (const word of words) {
    if (option !== undefined && !(option.optional && word.startsWith('-'))) {
      option = undefined;
      continue;
    }
    option = undefined;
    const below = given.length === 0 ? command.commands.find((one) => one.name() === word) : undefined;
    if (below !== undefined) command = below;
    else if (word.startsWith('-') && word !== '-') {
      const named = optionNamed(command, word);
      // An optional value is rare, and what stands behind is most often something else.
      option = named?.required ? named : undefined;
    } else given = [...given, word];
  }
  return { command, given, ...(option !== undefined && { option }) };
}

function optionNamed(command: CommandUnknownOpts, word: string): Option | undefined {
  return command.options.find(({ long, short }) => word === long || word === short);
}

async function valuesOf(option: Option, current: string, sources: Sources, line: Line): Promise<readonly Candidate[]> {
  const choices = option.argChoices?.map((value) => ({ value })) ?? [];
  const known = choices.length > 0 ? choices : await (sources[option.long ?? '']?.([], line) ?? []);
  // Of a list between commas the last part is being written.
  const before = current.slice(0, current.lastIndexOf(',') + 1);
  const taken = new Set(before.split(','));
  const free = known.filter(({ value }) => !taken.has(value));
  return matching(
    free.map((one) => ({ ...one, value: before + one.value })),
    current,
  );
}

function commandsOf(command: CommandUnknownOpts): Candidate[] {
  const visible = command.createHelp().visibleCommands(command);
  return visible.map((one) => ({ value: one.name(), description: one.description() }));
}

function optionsOf(command: CommandUnknownOpts): Candidate[] {
  const own = command.options.filter(({ hidden, long }) => !hidden && long !== undefined);
  return [
    ...own.map(({ long = '', description }) => ({ value: long, description })),
    { value: '--help', description: 'display help for command' },
  ];
}

function matching(candidates: readonly Candidate[], current: string): readonly Candidate[] {
  return candidates.filter(({ value }) => value.startsWith(current));
}
