import { canonicalJson } from '../value/canonical-json.ts';
import { isRecord, own } from '../value/value.ts';

/**
 * What stands in arguments for a part of an answer that a planned write has not given yet: `[answer 1.id]` is the `id` of what the first
 * write answers.
 */
const STAND_IN = /\[answer (\d{1,4})((?:\.[\w$-]{1,100})*)\]/g;

/** Whether arguments need what a planned write answers. */
export function needsAnswers(args: unknown): boolean {
  return neededBy(args).size > 0;
}

/** The numbers of the writes whose answers arguments need. */
function neededBy(args: unknown): Set<number> {
  return new Set(textsIn(args).flatMap((text) => [...text.matchAll(STAND_IN)].map(([, number]) => Number(number))));
}

/** Arguments with what the writes answered in place of what stood for it. */
export function withAnswers(args: unknown, answers: ReadonlyMap<number, unknown>): unknown {
  if (typeof args === 'string') {
    const [whole] = args.matchAll(STAND_IN);
    if (whole?.[0] === args) return answerAt(whole, answers);
    return args.replaceAll(STAND_IN, (...match: string[]) => String(answerAt(match, answers)));
  }
  if (Array.isArray(args)) return args.map((item) => withAnswers(item, answers));
  if (!isRecord(args)) return args;
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, withAnswers(value, answers)]));
}

function answerAt(
  [whole, number, path = '']: readonly (string | undefined)[],
  answers: ReadonlyMap<number, unknown>,
): unknown {
  const keys = path.split('.').slice(1);
  return keys.reduce<unknown>((at, key) => own(at, key), answers.get(Number(number))) ?? whole;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** A write that somebody agreed to. */
export interface AgreedWrite {
  /** Its place among all writes of the program, from 1. */
  readonly number: number;
  readonly tool: string;
  readonly args: unknown;
  /** What names in the arguments became; undefined where that was not known yet. */
  readonly became: Readonly<Record<string, string>> | undefined;
}

/** The writes that somebody agreed to, each to be made once. */
export interface Agreement {
  /** Takes the write out that these arguments are of; undefined where nobody agreed to it, or it was made. */
  readonly take: (tool: string, args: unknown, became: AgreedWrite['became']) => AgreedWrite | undefined;
  /** Remembers what a write answered, for those that were planned with it. */
  readonly answered: (write: AgreedWrite, answer: unknown) => void;
}

/** Holds a program to the writes that were agreed to; takes as long as reading the arguments of all of them does. */
export function createAgreement(writes: readonly AgreedWrite[]): Agreement {
  const answers = new Map<number, unknown>();
  const left = new Map<string, AgreedWrite[]>();
  const taken = new Set<AgreedWrite>();
  /** Writes by the number of one whose answer they still need. */
  const waiting = new Map<number, { readonly write: AgreedWrite; readonly needed: Set<number> }[]>();

  function add(write: AgreedWrite, args: unknown): void {
    const key = keyOf(write.tool, args);
    left.set(key, [...(left.get(key) ?? []), write]);
  }

  for (const write of writes) {
    // As it was shown, too: what stands for an answer may be somebody's text.
    add(write, write.args);
    const needed = neededBy(write.args);
    for (const number of needed) waiting.set(number, [...(waiting.get(number) ?? []), { write, needed }]);
  }

  return {
    take: (tool, args, became = {}) => {
      const alike = left.get(keyOf(tool, args)) ?? [];
      const isMeant = (write: AgreedWrite) =>
        write.became === undefined || canonicalJson(write.became) === canonicalJson(became);
      const found = alike.find((write) => !taken.has(write) && isMeant(write));
      if (found !== undefined) taken.add(found);
      return found;
    },
    answered: ({ number }, answer) => {
      answers.set(number, answer);
      for (const { write, needed } of waiting.get(number) ?? []) {
        needed.delete(number);
        if (needed.size === 0) add(write, withAnswers(write.args, answers));
      }
    },
  };
}

function keyOf(tool: string, args: unknown): string {
  return `${tool} ${canonicalJson(args)}`;
}
