import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unchangedReport } from '../compare/unchanged-report.ts';
import { digestOf } from '../source/digest.ts';
import type { GenerateReport } from './generate-options.ts';
import { type Inputs, inputsDigest } from './inputs.ts';
import { standingDigest } from './outputs.ts';
import { type GenerationRecord, readRecord, recordDigest } from './record.ts';
import { saidHere } from './said-anywhere.ts';

/**
 * What the run that wrote a folder said, where nothing changed since: neither what it is generated from, the generator among
 * it, nor any file that stands there. Undefined where anything did, or nobody knows.
 */
export function remembered(options: Inputs): Omit<GenerateReport, 'milliseconds'> | undefined {
  const record = readRecord(options.out);
  if (record === undefined) return undefined;
  const [inputs, outputs] = [inputsDigest(options), standingDigest(options.out)];
  if (inputs === undefined || outputs === undefined) return undefined;
  if (recordDigest({ inputs, outputs }, record) !== record.digest || !areThere(record, options.out)) return undefined;
  const { version, resources, diagnostics, todos } = saidHere(record.said, options.spec);
  const [tools, tokens] = [sum(resources.map((one) => one.tools)), sum(resources.map((one) => one.tokens))];
  return {
    ...{ version, resources, tools, tokens, diagnostics, files: [] },
    report: unchangedReport(version, tokens, todos),
  };
}

/** Whether a run with these options would find nothing to do. */
export function isGenerated(options: Inputs): boolean {
  return remembered(options) !== undefined;
}

/** Whether the other files of the description are as they were read. */
function areThere({ others }: GenerationRecord, out: string): boolean {
  return Object.entries(others).every(([place, digest]) => {
    try {
      return digestOf([['', readFileSync(join(out, place))]]) === digest;
    } catch {
      return false;
    }
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
