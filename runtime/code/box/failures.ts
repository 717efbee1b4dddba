import type { BoxFailure, BoxLimits, FailedProgram } from './box.ts';

/** How a program can end by a limit or by its host: what is said of it, with the limits that it had. */
const limitMessages = {
  cpu: ({ cpu }) =>
    `The program computed for longer than ${seconds(cpu)} without waiting for a call: a loop may never end, or it does too much at once.`,
  wall: ({ wall }) => `The program took longer than ${seconds(wall)} as a whole: make fewer calls in one program.`,
  memory: ({ memory }) =>
    `The program needed more than ${Math.round(memory / 1_048_576)} MB of memory: keep only the fields that are needed.`,
  stuck: () =>
    'The program awaits something that never happens: no call is under way, and no promise can settle any more.',
  cancelled: () => 'The program was cancelled.',
  broken: () => 'The program broke what it ran in, and was ended.',
} as const satisfies Record<Exclude<BoxFailure, 'syntax' | 'thrown'>, (limits: BoxLimits) => string>;

/** A way to end that is not an error of the program's own. */
export type LimitFailure = keyof typeof limitMessages;

const names = {
  cpu: 'TimeLimitError',
  wall: 'TimeLimitError',
  memory: 'MemoryLimitError',
  stuck: 'StuckError',
  cancelled: 'CancelledError',
  broken: 'BrokenError',
} as const satisfies Record<LimitFailure, string>;

/** The outcome of a program that was ended, in words. */
export function failedBy(failure: LimitFailure, limits: BoxLimits, found: Partial<FailedProgram> = {}): FailedProgram {
  return { variables: {}, ...found, failure, name: names[failure], message: limitMessages[failure](limits) };
}

/** The outcome of a program that cannot be read. */
export function unreadable(
  message: string,
  place: { readonly line?: number; readonly column?: number } = {},
): FailedProgram {
  return { failure: 'syntax', name: 'SyntaxError', message, ...place, variables: {} };
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
