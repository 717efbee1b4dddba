import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { digestOf } from '../source/digest.ts';
import { overlayFiles } from '../source/overlay-files.ts';
import { isAddress } from '../source/read-source.ts';
import type { GenerateOptions } from './generate-options.ts';
import { generatorDigest } from './generator-digest.ts';

/** What decides what is generated, but for other files that the description refers to. */
export type Inputs = Pick<GenerateOptions, 'spec' | 'overlays' | 'out' | 'name' | 'runtime' | 'runtimeTypes'>;

/**
 * The digest of the generator, its options, the description and its overlays. Undefined where that cannot be known: a description
 * on a server may be another one each time, and what cannot be read is told by the stage that needs it.
 */
export function inputsDigest({
  spec,
  overlays,
  out,
  name,
  runtime,
  runtimeTypes = runtime,
}: Inputs): string | undefined {
  if (isAddress(spec)) return undefined;
  try {
    const words = overlays === undefined ? [] : overlayFiles(overlays);
    const places = [spec, ...(overlays === undefined ? [] : [overlays])].map((path) => placeFrom(out, path));
    return digestOf([
      ['generator', generatorDigest()],
      ['options', JSON.stringify({ name, runtime, runtimeTypes, places })],
      ['description', readFileSync(spec)],
      ...words.map((file) => [`overlay ${portable(file)}`, readFileSync(join(overlays ?? '', file))] as const),
    ]);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** Where a file stands, seen from the output: the same on every machine that has the project. */
export function placeFrom(out: string, path: string): string {
  return portable(relative(out, path));
}

function portable(path: string): string {
  return path.split(sep).join('/');
}
