import { ConfigError } from '../../value/errors.ts';
import type { BoxedProgram, BoxOutcome } from './box.ts';
import { failedBy, type LimitFailure } from './failures.ts';
import { nodeModules } from './node-modules.ts';
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts';
import { watchTurns } from './watch-turns.ts';

/** A thread that runs one program at a time. */
export interface Thread {
  /** `late` milliseconds of the program's time are gone already. Rejects for what the host failed to answer. */
  readonly run: (program: BoxedProgram, late: number) => Promise<BoxOutcome>;
  /** Whether it has ended, by a program or by `end`. */
  readonly hasEnded: () => boolean;
  readonly end: () => Promise<unknown>;
}

/** Starts a thread of a file; it keeps no process alive while it runs nothing. */
export function startThread(wasm: WebAssembly.Module, file: URL = new URL(THREAD_FILE, import.meta.url)): Thread {
  const { Worker } = nodeModules('node:worker_threads');
  const turns = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const counter = new Int32Array(turns);
  const worker = new Worker(file, {
    workerData: { wasm, turns } satisfies ThreadData,
    name: 'boxed program',
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, stackSizeMb: STACK_MEGABYTES },
  });
  worker.unref();
  let ended: Promise<unknown> | undefined;
  let onEnd = (_?: Error) => {};
  let hasSpoken = false;
  let onMessage = (_: FromThread) => {};

  function end(error?: Error): Promise<unknown> {
    if (ended === undefined) {
      ended = worker.terminate();
      onEnd(error);
    }
    return ended;
  }

  worker.on('message', (message: FromThread) => {
    hasSpoken = true;
    onMessage(message);
  });
  worker.on('error', (error) => void end(error));
  worker.on('exit', () => void end());

  function send(message: ToThread): void {
    worker.postMessage(message);
  }

  function run(program: BoxedProgram, late: number): Promise<BoxOutcome> {
    const { source, prelude, limits, signal } = program;
    return new Promise((resolve, reject) => {
      let isOver = false;

      /** Once only: what comes later is of nobody's interest. */
      function settle(how: () => void): void {
        if (isOver) return;
        isOver = true;
        stopWatching();
        signal.removeEventListener('abort', onAbort);
        worker.unref();
        how();
      }

      function stop(why: LimitFailure): void {
        settle(() => resolve(failedBy(why, limits)));
        void end();
      }

      async function answer({ id, text }: Extract<FromThread, { kind: 'ask' }>): Promise<void> {
        try {
          const answered = await program.ask(text);
          if (!isOver) send({ kind: 'answer', id, text: answered });
        } catch (error) {
          settle(() => reject(error));
          void end();
        }
      }

      const stopWatching = watchTurns(() => Atomics.load(counter, 0), { ...limits, wall: limits.wall - late }, stop);
      const onAbort = () => stop('cancelled');
      onEnd = (error) => {
        if (hasSpoken || error === undefined) stop('broken');
        else settle(() => reject(noThread(error)));
      };
      onMessage = (message) => {
        if (isOver) return;
        if (message.kind === 'ask') void answer(message);
        else if (message.kind === 'tell') program.tell(message.line);
        else settle(() => resolve(message.outcome));
      };
      signal.addEventListener('abort', onAbort);
      worker.ref();
      send({ kind: 'run', program: { source, prelude, limits }, began: Date.now() - late });
    });
  }

  return { run, end, hasEnded: () => ended !== undefined };
}

/** A thread that said nothing before it failed is none that a program broke. */
function noThread(cause: Error): ConfigError {
  return new ConfigError(
    `Programs need a thread, and none could be started: ${cause.message}`,
    'Where the package is bundled into one file, leave it out of that, or hand in a box: `createInProcessBox({ wasm })`.',
    { cause },
  );
}

/** Beside this module, of the same kind. */
const THREAD_FILE = import.meta.url.endsWith('.ts') ? './box-thread.ts' : './box-thread.js';

/** Of the thread itself, not of its programs: types are taken out there, texts pass through. */
const HEAP_MEGABYTES = 128;
const STACK_MEGABYTES = 4;
