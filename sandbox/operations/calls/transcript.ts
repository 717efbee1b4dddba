import type { Line } from '../../model/calls.ts';

/** What was said, a line each with the time since the call was answered. */
export const transcriptText = (lines: readonly Line[]): string =>
  lines.map(({ at, speaker, text }) => `[${clock(at)}] ${speaker}: "${text}"`).join('\n');

const clock = (seconds: number): string =>
  [seconds / 3600, (seconds % 3600) / 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
