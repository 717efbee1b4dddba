import type { Box } from './box.ts';

/**
 * A box in the process itself, for hosts without threads: `wasm` is `quickjs-wasi/quickjs.wasm`, compiled. While a program
 * computes, nothing else of its thread does; a native operation of the engine that takes long holds it beyond its limits.
 */
export function createInProcessBox({ wasm }: { readonly wasm: WebAssembly.Module }): Box {
  return async (program) => {
    // Brings the engine's library.
    const { runProgram } = await import('./run-program.ts');
    return runProgram(wasm, program);
  };
}
