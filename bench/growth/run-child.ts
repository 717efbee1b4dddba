import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { mustRun } from '../support/run-program.ts';

const numbers = z.record(z.string(), z.number());

/** What a program of this folder prints: numbers by their names, as JSON. */
export async function runChild(name: string, ...args: readonly (string | number)[]): Promise<Record<string, number>> {
  const file = fileURLToPath(new URL(`${name}-child.ts`, import.meta.url));
  const { stdout, peak } = await mustRun({ args: ['--expose-gc', file, ...args.map(String)] });
  return { ...numbers.parse(JSON.parse(stdout)), peak };
}
