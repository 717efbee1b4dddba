import { canonicalJson } from '../value/canonical-json.ts';
import { isRecord, own } from '../value/value.ts';

/**
 * What stands in arguments for a part of an answer that a planned write has not given yet: `[answer 1.id]` is the `id` of what the first
 * write answers.
 */
const STAND_IN = /\[answer (\d{1,4})((?:\.[\w$-]{1,100})*)\]/g;

/** Whether arguments need what a planned write answers. */
export function needsAnswers(args: unknown): boolean {
  return textsIn(args).some((text) => text.search(STAND_IN) >= 0);
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

/** Holds a program to the writes that were agreed to. */
export function createAgreement(writes: readonly AgreedWrite[]): Agreement {
  const left = new Set(writes);
  const answers = new Map<number, unknown>();
  return {
    take: (tool, args, became) => {
      const wanted = canonicalJson(args);
      const found = [...left].find(
        (write) =>
          write.tool === tool &&
          canonicalJson(withAnswers(write.args, answers)) === wanted &&
          (write.became === undefined || canonicalJson(write.became) === canonicalJson(became ?? {})),
      );
      if (found !== undefined) left.delete(found);
      return found;
    },
    answered: ({ number }, answer) => {
      answers.set(number, answer);
    },
  };
}
