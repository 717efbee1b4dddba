import { exitCodes } from '../output/exit-codes.ts';

/** Ends the process by itself, once nothing is open any more; a second signal ends it at once. */
export function stopOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void close();
      process.once(signal, () => process.exit(exitCodes.cancelled.code));
    });
  }
}
