import { appendFileSync, readFileSync } from 'node:fs';
import type { Verdict } from './verdict.ts';

/** One step of a model, as it is written down: a line of JSON. Tokens are those of o200k. */
export type Step = { readonly task: string } & (
  | { readonly step: 'begin' /** Tokens of the list of tools and the server's instructions. */; readonly list: number }
  | {
      readonly step: 'call';
      readonly tool: string;
      /** True for a call that answered an error, and for a program that failed. */
      readonly failed: boolean;
      /** Tokens that the model wrote, and that it read. */
      readonly written: number;
      readonly read: number;
    }
  | ({ readonly step: 'end' } & Verdict)
);

/** Writes a step down. */
export function record(file: string, step: Step): void {
  appendFileSync(file, `${JSON.stringify(step)}\n`);
}

/** All steps of a file. */
export function recorded(file: string): readonly Step[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line): Step => JSON.parse(line));
}
