import { fileURLToPath } from 'node:url';
import type { GenerateOptions } from './generate-options.ts';
import { placeFrom } from './inputs.ts';
import { outputsDigest } from './outputs.ts';
import { recordDigest, recordText, type Said } from './record.ts';
import { saidAnywhere } from './said-anywhere.ts';

/** What a run knows at its end. */
export interface Run {
  readonly inputs: string;
  readonly files: ReadonlyMap<string, string>;
  /** Other files of the description by their addresses, each with its digest; without one where it could not be read. */
  readonly others: ReadonlyMap<string, string | undefined>;
  readonly said: Said;
}

/** The text of a run's record; undefined where the next run may come to something else though nothing that is known changed. */
export function recordOf({ inputs, files, others, said }: Run, options: GenerateOptions): string | undefined {
  const { out } = options;
  const places: Record<string, string> = {};
  for (const [address, digest] of others) {
    if (digest === undefined || !address.startsWith('file:')) return undefined;
    places[placeFrom(out, fileURLToPath(address))] = digest;
  }
  const anywhere = saidAnywhere(said, options);
  if (anywhere === undefined) return undefined;
  const rest = { others: places, said: anywhere };
  return recordText({ digest: recordDigest({ inputs, outputs: outputsDigest(files) }, rest), ...rest });
}
