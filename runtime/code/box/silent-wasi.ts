import type { WasiOptions } from 'quickjs-wasi';

/** The system that the engine sees: a clock and random numbers; nothing to write to, and nothing to read. */
export const silentWasi: WasiOptions = () => ({
  fd_write: () => BAD_FILE,
  fd_close: () => BAD_FILE,
  fd_fdstat_get: () => BAD_FILE,
  fd_seek: () => BAD_FILE,
});

/** WASI's `badf`: no such file descriptor. */
const BAD_FILE = 8;
