import type { CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { workspaceVariables } from '../../cli/options/environment.ts';
import { exitCodes } from '../../cli/output/exit-codes.ts';
import { program } from '../../cli/program.ts';

/** The page of the command line with what the program itself says of its exit codes, variables and commands. */
export function withCommands(page: string): string {
  const codes = Object.values(exitCodes).map(({ code, when }) => [String(code), when]);
  const variables = workspaceVariables.map(({ name, what }) => [codeOf(name), what]);
  const parts: Readonly<Record<string, string>> = {
    'exit codes': tableOf(['code', 'when'], codes),
    environment: tableOf(['variable', 'what it says'], variables),
    commands: sectionsOf(program(), []).join('\n\n'),
  };
  return page.replaceAll(/(<!-- (\w[\w ]*) -->\n)[\s\S]*?(<!-- \/\2 -->)/g, (_all, begin, name, end) => {
    return `${begin}\n${parts[name] ?? ''}\n\n${end}`;
  });
}

/** A command and those below it. */
function sectionsOf(command: CommandUnknownOpts, above: readonly string[]): string[] {
  const words = [...above, command.name()];
  const below = command
    .createHelp()
    .visibleCommands(command)
    .filter((one) => one.name() !== 'help');
  const isOne = above.length > 0 && (below.length === 0 || command.options.length > 0);
  return [...(isOne ? [section(command, words)] : []), ...below.flatMap((one) => sectionsOf(one, words))];
}

function section(command: CommandUnknownOpts, words: readonly string[]): string {
  const help = command.createHelp();
  const given = help
    .visibleArguments(command)
    .map((argument) => [codeOf(help.argumentTerm(argument)), argument.description]);
  const options = help.visibleOptions(command).filter(({ long }) => long !== '--help');
  const groups = Map.groupBy(options, ({ helpGroupHeading }) => helpGroupHeading ?? '');
  return [
    `### ${words.slice(1).join(' ')}`,
    `${sentence(command.description())}`,
    ...(given.length === 0 ? [] : [tableOf(['argument', ''], given)]),
    ...[...groups]
      .toSorted(([one], [other]) => Number(one !== '') - Number(other !== ''))
      .map(([heading, all]) =>
        tableOf([heading === '' ? 'option' : heading.replace(/:$/, '').toLowerCase(), ''], all.map(rowOf)),
      ),
  ].join('\n\n');
}

function rowOf(option: Option): string[] {
  const { flags, description, argChoices, defaultValue, envVar, mandatory } = option;
  const notes = [
    ...(mandatory ? ['required'] : []),
    ...(argChoices === undefined ? [] : [`one of ${argChoices.map(codeOf).join(', ')}`]),
    ...(defaultValue === undefined || typeof defaultValue === 'boolean'
      ? []
      : [`${codeOf(String(defaultValue))} unless given`]),
    ...(envVar === undefined ? [] : [`or ${codeOf(envVar)}`]),
  ];
  return [codeOf(flags), [description, ...(notes.length === 0 ? [] : [`(${notes.join('; ')})`])].join(' ')];
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`.replaceAll('|  |', '| |');
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

function codeOf(text: string): string {
  return `\`${text}\``;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
