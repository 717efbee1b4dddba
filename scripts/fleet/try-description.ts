import { join } from 'node:path';
import type { Description } from './choose.ts';
import type { Generated, Judged, Listed, Outcome } from './outcome.ts';
import { type Limits, runLimited } from './run-limited.ts';

/** Generates from one description and looks at what comes out; whatever happens is in the outcome. */
export async function tryDescription(
  { name, file, bytes }: Description,
  { folder, limits, isJudged }: { folder: string; limits: Limits; isJudged: boolean },
): Promise<Outcome> {
  const start = performance.now();
  const ended = await runLimited(child('generate'), [file, folder, 'api'], limits);
  const generated: Generated =
    'line' in ended
      ? // Written by our own child.
        (JSON.parse(ended.line) as Generated)
      : {
          ...{ ending: ended.failure, tools: 0, codes: {}, error: ended.said },
          ...{ cpu: 0, seconds: (performance.now() - start) / 1000, megabytes: 0 },
        };
  if (generated.ending !== 'generated') return { name, bytes, generated };
  const served = await runLimited(child('serve'), [folder], limits);
  if (!('line' in served)) return { name, bytes, generated, broken: `${served.failure}: ${served.said}` };
  const listed = JSON.parse(served.line) as Listed;
  if (!isJudged) return { name, bytes, generated, listed };
  const judged = await runLimited(child('judge'), [folder, file], limits);
  if (!('line' in judged)) return { name, bytes, generated, listed, broken: `${judged.failure}: ${judged.said}` };
  return { name, bytes, generated, listed, judged: JSON.parse(judged.line) as Judged };
}

function child(name: string): string {
  return join(import.meta.dirname, `${name}-child.ts`);
}
