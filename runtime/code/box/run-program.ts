import type { JSValueHandle } from 'quickjs-wasi';
import type { BoxedProgram, BoxOutcome, FailedProgram } from './box.ts';
import { failedBy, unreadable } from './failures.ts';
import { type Inbox, openInbox } from './inbox.ts';
import { type ReadSource, readSource, type SourceFault } from './read-source.ts';
import { openRealm, type Realm } from './realm.ts';
import { createStopwatch, type Stopwatch, type StopwatchOptions } from './stopwatch.ts';
import { type FailedIn, failureOf, lineOf, stoppedBy, thrownIn } from './why-failed.ts';

/** Runs one program in a realm of its own, on this thread; rejects only where its host failed to answer, or has no such engine. */
export async function runProgram(
  wasm: WebAssembly.Module,
  program: BoxedProgram,
  options: StopwatchOptions = {},
): Promise<BoxOutcome> {
  const { limits, signal, tell } = program;
  if (signal.aborted) return failedBy('cancelled', limits);
  const stopwatch = createStopwatch(limits, options);
  const inbox = openInbox(program, stopwatch.left());
  try {
    const realm = await openRealm({ wasm, memory: limits.memory, isOver: stopwatch.isOver, ask: inbox.ask, tell });
    try {
      const source = await readSource(program.source, realm.parse).catch(nestedTooDeeply);
      if ('fault' in source) return unreadable(source.fault, source.place);
      return await runRead({ realm, stopwatch, inbox, program, source });
    } finally {
      realm.dispose();
    }
  } finally {
    inbox.close();
  }
}

/** Where the stack of the host is used up, the realm has ended with it. */
function nestedTooDeeply(error: unknown): SourceFault {
  if (error instanceof RangeError) return { fault: 'The program is nested too deeply.', place: {} };
  throw error;
}

interface Running {
  readonly realm: Realm;
  readonly stopwatch: Stopwatch;
  readonly inbox: Inbox;
  readonly program: BoxedProgram;
  readonly source: ReadSource;
}

/** Turns of computing and of waiting, until the program and all that it asked for have ended. */
async function runRead({ realm, stopwatch, inbox, program, source }: Running): Promise<BoxOutcome> {
  const { limits, prelude, tell } = program;
  const failed: FailedIn = { realm, stopwatch, source, limits };
  let shown = 0;
  let isGathered = false;

  function compute<T>(work: () => T): T {
    stopwatch.enter();
    try {
      const result = work();
      for (let uncaught = realm.drain(); uncaught !== undefined; uncaught = realm.drain()) {
        if (shown < UNCAUGHT_SHOWN) tell(`Uncaught ${uncaught}`);
        shown += 1;
        if (stopwatch.isOver()) break;
      }
      if (stopwatch.reached() !== undefined) throw new Error('The program was stopped.');
      return result;
    } catch (error) {
      throw new Ended(failureOf(error, failed));
    } finally {
      stopwatch.leave();
    }
  }

  function lineFor(error: JSValueHandle): string {
    try {
      return compute(() => lineOf(error, failed));
    } catch {
      return 'an error that cannot be shown';
    }
  }

  async function takeTurns(): Promise<BoxOutcome> {
    compute(() => realm.evaluate(prelude, 'prelude'));
    let promise = compute(() => realm.start(source.wrapped));
    for (;;) {
      const open = inbox.send();
      const settled = await realm.settled(promise);
      if (settled !== undefined && 'error' in settled) return compute(() => thrownIn(settled.error, failed));
      const next = open > 0 ? await inbox.next() : 'quiet';
      if (next === 'cancelled') return failedBy(next, limits);
      if (typeof next === 'object') {
        compute(() => {
          for (const { id, text } of next) realm.settle(id, text);
        });
      } else if (settled === undefined) {
        return compute(() => stoppedBy(next === 'wall' ? next : 'stuck', failed));
      } else {
        if (next === 'wall') tell(`${open} calls that nobody awaited were still under way when the time was over.`);
        const gathered = next === 'wall' || isGathered ? undefined : compute(() => realm.gather(settled.value));
        if (gathered === undefined) return { failure: undefined, value: compute(() => realm.finish(settled.value)) };
        tell('What was returned held promises, which were awaited: `await Promise.all(…)` does it.');
        promise = gathered;
        isGathered = true;
      }
    }
  }

  const outcome = await takeTurns().catch(outcomeOf);
  // Failures that nobody awaited, a write's among them, must not be silent.
  for (const error of realm.lost()) tell(`Not awaited, and failed: ${lineFor(error)}`);
  return outcome;
}

function outcomeOf(error: unknown): FailedProgram {
  if (error instanceof Ended) return error.outcome;
  throw error;
}

/** A program that cannot go on, thrown through what was under way. */
class Ended extends Error {
  readonly outcome: FailedProgram;

  constructor(outcome: FailedProgram) {
    super(outcome.message);
    this.outcome = outcome;
  }
}

/** More errors than these, thrown where nobody can catch them, tell nothing new. */
const UNCAUGHT_SHOWN = 10;
