import { nearest } from '../value/nearest.ts';
import { isRecord, own } from '../value/value.ts';
import type { BoxLimits, FailedProgram } from './box/box.ts';
import type { CallFailure } from './error-fields.ts';
import type { Missing } from './run-program.ts';
import type { WorldNames } from './world-names.ts';

/**
 * Why a program failed: it is no JavaScript, took an answer for another than it is, threw an error of its own, was stopped by a
 * call that was refused or one that failed at the API, used up its time or memory, or awaits what never happens.
 */
export type ProgramFailure = 'syntax' | 'shape' | 'error' | 'refused' | 'upstream' | 'time' | 'memory' | 'stuck';

/** Why a program failed, and what a model needs to know to write a better one. */
export interface Explained {
  readonly kind: ProgramFailure;
  readonly lines: readonly string[];
}

/** What a call failed of, as a kind of failure of the program that let it pass. */
const KINDS = {
  input: 'refused',
  consent: 'refused',
  limit: 'refused',
  unknown_function: 'refused',
  refused: 'refused',
  api: 'upstream',
  network: 'upstream',
  timeout: 'upstream',
  server: 'error',
} as const satisfies Record<CallFailure, ProgramFailure>;

/** What a failed program is told about. */
export interface Failing {
  readonly source: string;
  readonly missing: readonly Missing[];
  readonly names: WorldNames;
  readonly limits: BoxLimits;
}

/** Says why a program failed: where, of what, and what to do. */
export function explainFailure(failed: FailedProgram, { source, missing, names, limits }: Failing): Explained {
  const at = failed.line === undefined ? '' : ` at line ${failed.line}`;
  switch (failed.failure) {
    case 'syntax':
      return {
        kind: 'syntax',
        lines: [`The program is no JavaScript or TypeScript${at}: ${failed.message}`, ...quoted(source, failed)],
      };
    case 'cpu':
      return {
        kind: 'time',
        lines: [
          `The program was stopped${at}: it computed for ${limits.cpu / 1000} s without waiting for a call. Is there a loop that does not end?`,
        ],
      };
    case 'wall':
      return {
        kind: 'time',
        lines: [
          `The program was stopped${at} after ${limits.wall / 1000} s. Do less in one program: narrow a search, or go on in another.`,
        ],
      };
    case 'memory':
      return {
        kind: 'memory',
        lines: [
          `The program was stopped${at}: it needs more than ${Math.round(limits.memory / 1024 / 1024)} MB. Keep of each item only what is needed.`,
        ],
      };
    case 'stuck':
      return {
        kind: 'stuck',
        lines: [
          `The program waits for something that never happens${at}: only calls of ${names.object} can be waited for.`,
        ],
      };
    case 'thrown':
      return thrown(failed, { at, source, missing, names });
    case 'cancelled':
    case 'broken':
      return { kind: 'error', lines: [failed.message] };
  }
}

function thrown(
  { name, message, thrown: json, ...failed }: FailedProgram,
  { at, source, missing, names }: Pick<Failing, 'source' | 'missing' | 'names'> & { readonly at: string },
): Explained {
  const fields = readThrown(json);
  const kind = name === names.error ? own(fields, 'kind') : undefined;
  const called = own(fields, 'function');
  const of = typeof called === 'string' && called !== '' ? ` (${names.object}.${called})` : '';
  const first = `The program failed${at}: ${name}: ${message}${of}`;
  if (typeof kind === 'string' && Object.hasOwn(KINDS, kind)) {
    const help = own(fields, 'help');
    return {
      kind: KINDS[kind as CallFailure],
      lines: [first, ...(typeof help === 'string' ? [help] : []), ...quoted(source, failed)],
    };
  }
  const world = UNKNOWN_GLOBAL.test(message)
    ? [
        `A program has no network, files, modules or timers: only ${names.object}, ${names.error}, console and the language itself.`,
      ]
    : [];
  const isShape = name === 'TypeError' && missing.length > 0;
  return {
    kind: isShape ? 'shape' : 'error',
    lines: [first, ...quoted(source, failed), ...world, ...(isShape ? missing.map(tellMissing).slice(-3) : [])],
  };
}

/** What other places of JavaScript have. */
const UNKNOWN_GLOBAL =
  /\b(?:fetch|require|process|Buffer|setTimeout|setInterval|setImmediate|queueMicrotask|XMLHttpRequest|WebSocket|window|document|fs|import|structuredClone|URL|performance|crypto)\b.* is not defined|module/;

/** The line that failed, as it stands. */
function quoted(source: string, { line }: Pick<FailedProgram, 'line'>): string[] {
  const text = line === undefined ? undefined : source.split('\n')[line - 1]?.trim();
  return text === undefined || text === '' ? [] : [`${line} | ${text.slice(0, 160)}`];
}

/** What an answer lacks, and what it has. */
export function tellMissing({ of, key, keys }: Missing): string {
  const near = keys.length > MOST_KEYS ? nearest(key, keys, MOST_NEAR) : keys;
  const there = (near.length > 0 ? near : keys.slice(0, MOST_KEYS)).join(', ');
  const others = near.length === keys.length ? '' : ' among others';
  return `${of} has no ${key}: it has ${keys.length === 0 ? 'nothing' : there}${others}.`;
}

/** Properties that are told all, and of more those that are called almost so. */
const MOST_KEYS = 12;
const MOST_NEAR = 5;

function readThrown(json: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
