import { isRecord, isStrings } from '../value/value.ts';
import type { Box, BoxLimits, BoxOutcome } from './box/box.ts';
import { TOLD } from './prelude.ts';
import { createAnswers, type World } from './world.ts';

/** Something that a program read of an answer, and that the answer has not. */
export interface Missing {
  /** The function, and the place in its answer: `searchConversations.result[]`. */
  readonly of: string;
  readonly key: string;
  /** What is there. */
  readonly keys: readonly string[];
  /** 0 for the answer itself. */
  readonly depth: number;
}

/** What a program came to, and what it said on the way. */
export interface ProgramRun {
  readonly outcome: BoxOutcome;
  /** What it wrote to its console, as much as is kept. */
  readonly log: readonly string[];
  readonly missing: readonly Missing[];
}

/** A program, and where it runs. */
export interface Program {
  readonly box: Box;
  readonly source: string;
  readonly world: World;
  /** Makes that world in its realm. */
  readonly prelude: string;
  readonly limits: BoxLimits;
  /** How often it may ask for anything; what is refused counts as well. */
  readonly mostAsks: number;
  readonly signal: AbortSignal;
}

/** Runs one program over the functions of its world. */
export async function runProgram({
  box,
  source,
  world,
  prelude,
  limits,
  mostAsks,
  signal,
}: Program): Promise<ProgramRun> {
  const log: string[] = [];
  const missing: Missing[] = [];

  const outcome = await box({
    ...{ source, prelude, limits, signal },
    ask: createAnswers(world, mostAsks),
    tell: (line) => {
      const said = line.slice(1);
      if (!line.startsWith(TOLD.missing)) return void log.push(line.startsWith(TOLD.log) ? said : line);
      const noticed = readMissing(said);
      if (noticed !== undefined && missing.length < MOST_MISSING) missing.push(noticed);
    },
  });
  return { outcome, log, missing };
}

const MOST_MISSING = 20;

function readMissing(text: string): Missing | undefined {
  try {
    const given: unknown = JSON.parse(text);
    const { of, key, keys, depth } = isRecord(given) ? given : {};
    const isRight = typeof of === 'string' && typeof key === 'string' && isStrings(keys) && typeof depth === 'number';
    return isRight ? { of: of.slice(0, 200), key: key.slice(0, 100), keys, depth } : undefined;
  } catch {
    return undefined;
  }
}
