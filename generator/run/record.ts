import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../source/digest.ts';
import type { GenerateReport } from './generate-options.ts';

/** What a run said that says the same again while nothing changes. */
export interface Said extends Pick<GenerateReport, 'version' | 'resources' | 'diagnostics'> {
  readonly todos: GenerateReport['report']['todos'];
}

/** What was generated of what: while all of it is as it was, there is nothing to do, and what the run said is known. */
export interface GenerationRecord {
  /** Of the generator, its options, the description and the overlays; of the files that were written; and of all else here. */
  readonly digest: string;
  /** Digests of other files that the description refers to, by their places from the output. */
  readonly others: Readonly<Record<string, string>>;
  readonly said: Said;
}

/** The name of the record, which stands beside what it is of. */
export const RECORD = 'generated.json';

/** The digest that a record of these has. */
export function recordDigest(
  { inputs, outputs }: { inputs: string; outputs: string },
  { others, said }: Omit<GenerationRecord, 'digest'>,
): string {
  return digestOf([
    ['inputs', inputs],
    ['outputs', outputs],
    ['others', JSON.stringify(others)],
    ['said', JSON.stringify(said)],
  ]);
}

/** A record as the text of its file. */
export function recordText(record: GenerationRecord): string {
  // A line for each, so that it is looked at with ease, and small.
  const lines = Object.entries({ about: ABOUT, ...record }).map(
    ([key, value]) => `  "${key}": ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

const ABOUT =
  'Written by `intercom-mcp generate`, which does nothing while its inputs and these files are those of the digest. Keep it with them.';

/** The record of a folder; undefined where there is none, or none that can be read. Only its digest says whether it holds. */
export function readRecord(out: string): GenerationRecord | undefined {
  try {
    const { digest, others, said }: Partial<GenerationRecord> = JSON.parse(readFileSync(join(out, RECORD), 'utf8'));
    return digest === undefined || others === undefined || said === undefined ? undefined : { digest, others, said };
  } catch {
    return undefined;
  }
}
