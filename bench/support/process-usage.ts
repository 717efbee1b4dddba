import { readdirSync, readFileSync } from 'node:fs';

/** What a running process has taken up to now, as Linux tells it. */
export interface ProcessUsage {
  /** Milliseconds of processor, of the program and of the system for it. */
  readonly cpu: number;
  /** Mebibytes in memory now. */
  readonly resident: number;
  /** The most mebibytes that it ever had in memory. */
  readonly peak: number;
}

const MILLISECOND = 1e6;

/** What a process has taken; undefined where the system has no `/proc`, or the process has ended. */
export function processUsage(pid: number | undefined): ProcessUsage | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mebibytes = (field: string): number =>
      Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
    return { cpu: threadNanoseconds(pid) / MILLISECOND, resident: mebibytes('VmRSS'), peak: mebibytes('VmHWM') };
  } catch {
    return undefined;
  }
}

/** By threads, which are counted in nanoseconds; the process as a whole is only in hundredths of a second. */
function threadNanoseconds(pid: number | undefined): number {
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => {
    const [onProcessor] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    return sum + Number(onProcessor);
  }, 0);
}
