import { ConfigError } from '../../value/errors.ts';
import type { Box } from './box.ts';
import { nodeModules } from './node-modules.ts';
import { createWorkerBox } from './worker-box.ts';

let made: Promise<Box> | undefined;

/** The box of this process, with threads: made at its first use. Rejects with a ConfigError where there are none. */
export function defaultBox(): Promise<Box> {
  made ??= makeBox();
  return made;
}

async function makeBox(): Promise<Box> {
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
