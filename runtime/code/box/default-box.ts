import type { Box } from './box.ts';
import { createProcessBox } from './process-box.ts';

let made: Promise<Box> | undefined;

/** The box of this process, with threads: made at its first use. Rejects with a ConfigError where there are none. */
export async function defaultBox(): Promise<Box> {
  made ??= createProcessBox();
  try {
    return await made;
  } catch (error) {
    made = undefined;
    throw error;
  }
}
