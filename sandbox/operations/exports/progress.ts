import type { ExportJob } from '../../model/exports.ts';

/** Seconds after which an export is begun, and after which it is done. */
const BEGUN = 2;
const DONE = 5;

/** How long a file can be downloaded, in seconds: two days. */
const LIFE = 2 * 86_400;

/** How far an export is. */
export type Progress = 'pending' | 'in_progress' | 'done' | 'canceled';

/** How far an export is at a time in unix seconds. */
export function progressOf({ canceled, created_at }: ExportJob, now: number): Progress {
  if (canceled) return 'canceled';
  const age = now - created_at;
  return age < BEGUN ? 'pending' : age < DONE ? 'in_progress' : 'done';
}

/** True while an export takes up a place among those that may run at once. */
export function isRunning(job: ExportJob, now: number): boolean {
  return /^(?:pending|in_progress)$/.test(progressOf(job, now));
}

/** When the file of an export is gone, in unix seconds. */
export function expiryOf({ created_at }: ExportJob): number {
  return created_at + DONE + LIFE;
}

/** True while the file of an export is there. */
export function isDownloadable(job: ExportJob, now: number): boolean {
  return progressOf(job, now) === 'done' && now < expiryOf(job);
}
