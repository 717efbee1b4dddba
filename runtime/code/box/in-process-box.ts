import type { Box } from './box.ts';
import { runProgram } from './run-program.ts';

/**
 * A box in the process itself, for hosts without threads: `wasm` is `quickjs-wasi/quickjs.wasm`, compiled. While a program
 * computes, nothing else of its thread does; a native operation of the engine that takes long holds it beyond its limits.
 */
export function createInProcessBox({ wasm }: { readonly wasm: WebAssembly.Module }): Box {
  return (program) => runProgram(wasm, program);
}
