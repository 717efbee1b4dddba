import type { BoxedProgram, BoxOutcome } from './box.ts';

/** What a thread is made with. */
export interface ThreadData {
  readonly wasm: WebAssembly.Module;
  /** One number, odd while the thread computes: shared, so that it can be read while the thread answers nothing. */
  readonly turns: SharedArrayBuffer;
}

/** What a thread is told. */
export type ToThread =
  | {
      readonly kind: 'run';
      readonly program: Pick<BoxedProgram, 'source' | 'prelude' | 'limits'>;
      /** When its time began, in milliseconds of the clock that all threads have. */
      readonly began: number;
    }
  | { readonly kind: 'answer'; readonly id: number; readonly text: string };

/** What a thread tells. */
export type FromThread =
  | { readonly kind: 'ask'; readonly id: number; readonly text: string }
  | { readonly kind: 'tell'; readonly line: string }
  | { readonly kind: 'end'; readonly outcome: BoxOutcome };
