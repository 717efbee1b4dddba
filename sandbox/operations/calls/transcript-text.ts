import type { Line } from '../../model/calls.ts';

/** What was said, a line each with the time since the call was answered. */
export function transcriptText(lines: readonly Line[]): string {
  return lines.map(({ at, speaker, text }) => `[${clock(at)}] ${speaker}: "${text}"`).join('\n');
}

function clock(seconds: number): string {
  return [seconds / 3600, (seconds % 3600) / 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}
