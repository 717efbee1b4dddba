import { JSException, type JSValueHandle } from 'quickjs-wasi';
import type { BoxLimits, FailedProgram } from './box.ts';
import { failedBy, type LimitFailure } from './failures.ts';
import { placeIn } from './place.ts';
import type { ReadSource } from './read-source.ts';
import type { Realm } from './realm.ts';
import type { Stopwatch } from './stopwatch.ts';

/** Where a program failed. */
export interface FailedIn {
  readonly realm: Realm;
  readonly stopwatch: Stopwatch;
  readonly source: ReadSource;
  readonly limits: BoxLimits;
}

/** The outcome of a program whose engine threw: by a limit, by an error that reached nobody, or for good. */
export function failureOf(error: unknown, failed: FailedIn): FailedProgram {
  const stopped = limitOf(error, failed);
  if (stopped !== undefined) return stopped;
  try {
    if (error instanceof JSException) return thrownIn(error.handle, failed);
  } catch (second) {
    return limitOf(second, failed) ?? failedBy('broken', failed.limits);
  }
  return failedBy('broken', failed.limits);
}

/** The outcome where a limit is what the engine threw for. */
function limitOf(error: unknown, failed: FailedIn): FailedProgram | undefined {
  const stack = error instanceof JSException ? (error.stack ?? '') : '';
  const reached = failed.stopwatch.reached();
  if (reached !== undefined) return stoppedBy(reached, failed, stack);
  if (isOutOfMemory(error)) {
    failed.realm.makeRoom();
    return stoppedBy('memory', failed, stack);
  }
  // The stack of the host: the realm cannot go on from there, and has nothing more to say.
  if (!(error instanceof RangeError)) return undefined;
  const message = 'Maximum call stack size exceeded: something is nested too deeply, or calls itself without an end.';
  return { failure: 'thrown', name: 'RangeError', message, variables: {} };
}

/** The outcome of a program that was ended by a limit while its realm still answers. */
export function stoppedBy(failure: LimitFailure, failed: FailedIn, stack = ''): FailedProgram {
  return failedBy(failure, failed.limits, { ...placeIn(stack, failed.source), variables: variablesOf(failed) });
}

/** The outcome of a program that threw. */
export function thrownIn(error: JSValueHandle, failed: FailedIn): FailedProgram {
  const { name, message, stack, thrown } = described(error, failed.realm);
  return {
    failure: 'thrown',
    name,
    message,
    ...placeIn(stack ?? '', failed.source),
    ...(thrown === undefined ? {} : { thrown }),
    variables: variablesOf(failed),
  };
}

/** What was thrown in one line. */
export function lineOf(error: JSValueHandle, { realm, source }: FailedIn): string {
  const { name, message, stack } = described(error, realm);
  const { line } = placeIn(stack ?? '', source);
  return `${name}: ${message}${line === undefined ? '' : ` (line ${line})`}`;
}

interface Described {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly thrown?: string;
}

function described(error: JSValueHandle, realm: Realm): Described {
  // The harness writes this text by its own functions, whatever the program did to the realm's.
  return JSON.parse(realm.describe(error)) as Described;
}

/** None where the realm is too far gone to answer. */
function variablesOf({ realm, source, stopwatch }: FailedIn): Readonly<Record<string, string>> {
  if (source.names.length === 0) return {};
  stopwatch.enter(PEEK_MILLISECONDS);
  try {
    return JSON.parse(realm.peek(JSON.stringify(source.names))) as Record<string, string>;
  } catch {
    return {};
  }
}

function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message === 'out of memory' || error.message === 'wasm_malloc failed';
}

/** For a look at the variables: a getter of the program may never end. */
const PEEK_MILLISECONDS = 75;
