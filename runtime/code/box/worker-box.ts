import type { Box } from './box.ts';
import { failedBy } from './failures.ts';
import { startThread } from './thread.ts';
import { createThreadPool } from './thread-pool.ts';

/** What a box with threads works with. */
export interface WorkerBoxOptions {
  /** `quickjs-wasi/quickjs.wasm`, compiled. */
  readonly wasm: WebAssembly.Module;
  /** Programs at once; others wait in their order. */
  readonly threads?: number;
}

/** A box with threads; they keep no process alive while no program runs. */
export type WorkerBox = Box & {
  /** Ends all threads: what runs is broken. */
  readonly close: () => Promise<void>;
};

/** A box whose programs run in threads of Node or Bun, each alone in its own, which is ended where it does not answer. */
export function createWorkerBox({ wasm, threads = 4 }: WorkerBoxOptions): WorkerBox {
  const pool = createThreadPool(() => startThread(wasm), threads);

  const run: Box = async (program) => {
    const { limits, signal } = program;
    if (signal.aborted) return failedBy('cancelled', limits);
    const began = performance.now();
    const thread = await pool.take(limits.wall, signal);
    if (thread === undefined) {
      if (signal.aborted) return failedBy('cancelled', limits);
      const message = `Other programs were running for ${limits.wall / 1000} s, and this one was not begun: run it again later.`;
      return { ...failedBy('wall', limits), message };
    }
    try {
      return await thread.run(program, performance.now() - began);
    } finally {
      pool.give(thread);
    }
  };

  return Object.assign(run, { close: pool.close });
}
