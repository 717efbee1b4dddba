import { ConfigError } from '../../value/errors.ts';
import { nodeModules } from './node-modules.ts';
import { createWorkerBox, type WorkerBox } from './worker-box.ts';

/** A box with threads of this process, and the engine that is installed; throws a ConfigError where there is none. */
export async function createProcessBox(): Promise<WorkerBox> {
  try {
    const { readFile } = nodeModules('node:fs/promises');
    const { createRequire } = nodeModules('node:module');
    const file = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');
    return createWorkerBox({ wasm: await WebAssembly.compile(await readFile(file)) });
  } catch (error) {
    throw new ConfigError(
      'Programs need threads of Node or Bun and the file quickjs-wasi/quickjs.wasm, and these were not found here.',
      'Hand in a box: `createInProcessBox({ wasm })`, with that file as a compiled module.',
      { cause: error },
    );
  }
}
