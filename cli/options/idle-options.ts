import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { ConfigError } from '../../runtime/value/errors.ts';

/** Why options have no effect, and what to do. */
export interface Idle {
  readonly because: string;
  readonly help: string;
}

/** Throws {@link ConfigError} where the command line has one of these options, which would do nothing; `flags` says which there are. */
export function refuseIdle<Flags extends object>(
  command: CommandUnknownOpts,
  _flags: Flags,
  names: readonly (keyof Flags & string)[],
  idle: Idle,
): void {
  refuse(command, (name) => names.some((one) => one === name), idle);
}

/** As {@link refuseIdle}, for all options but these. */
export function refuseOthers<Flags extends object>(
  command: CommandUnknownOpts,
  _flags: Flags,
  names: readonly (keyof Flags & string)[],
  idle: Idle,
): void {
  refuse(command, (name) => !names.some((one) => one === name), idle);
}

/** As {@link refuseIdle}, for the options that stand under one heading in the command's help. */
export function refuseIdleUnder(command: CommandUnknownOpts, heading: string, idle: Idle): void {
  const under = command.options.filter((option) => option.helpGroupHeading === heading);
  const names = under.map((option) => option.attributeName());
  refuse(command, (name) => names.includes(name), idle);
}

function refuse(command: CommandUnknownOpts, isIdle: (name: string) => boolean, { because, help }: Idle): void {
  const idle = command.options.filter((option) => {
    const name = option.attributeName();
    return isIdle(name) && command.getOptionValueSource(name) === 'cli';
  });
  const names = [...new Set(idle.map(({ long, short }) => long ?? short))];
  if (names.length > 0) throw new ConfigError(`${names.join(', ')} would do nothing: ${because}.`, help);
}
