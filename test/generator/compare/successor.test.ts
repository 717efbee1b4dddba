import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Change, Surface } from '../../../generator/compare/change.ts';
import { compareSurfaces } from '../../../generator/compare/compare-surfaces.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { overlay, readOverlays } from '../../../generator/load/load.ts';
import type { OverlayFile } from '../../../generator/load/overlay.ts';
import { tidy } from '../../../generator/load/tidy.ts';
import { parseText } from '../../../generator/source/parse-text.ts';
import { surfaceFrom } from './support/base.ts';
import { successions } from './support/successor.ts';

const specs = fileURLToPath(new URL('../../../specs/intercom/', import.meta.url));
/** What follows from another path or method where no overlay was moved along. */
const followsMove = new Set([
  'tool renamed',
  'export renamed',
  'module moved',
  'words',
  'tags',
  'behaviour',
  'argument widened',
  'paging',
]);

describe('a successor of the description, like a Preview', () => {
  let contract: Json;
  let overlays: readonly OverlayFile[];
  let base: Surface;
  const surfaceWith = (edits: readonly ((contract: Json) => void)[]): Surface => {
    const copy = structuredClone(contract);
    for (const edit of edits) edit(copy);
    return surfaceFrom(overlay(copy, overlays));
  };
  beforeAll(async () => {
    contract = tidy(parseText(await readFile(`${specs}contract.json`, 'utf8'), 'contract.json').value);
    overlays = await readOverlays(`${specs}overlays`);
    base = surfaceWith([]);
  });

  test.each(successions.map((one) => [one.what, one] as const))('%s', (_, { apply, reported }) => {
    expect(entriesOf(compareSurfaces(base, surfaceWith([apply])))).toEqual(reported);
  });

  test('all of it at once', () => {
    const changes = compareSurfaces(base, surfaceWith(successions.map(({ apply }) => apply)));
    const reported = successions.flatMap((one) => one.reported);
    expect(new Set(entriesOf(changes).map(textOf))).toEqual(new Set(reported.map(textOf)));
  });
});

function entriesOf(changes: readonly Change[]): object[] {
  const moved = new Set(changes.filter(({ kind }) => kind === 'operation moved').map(({ operation }) => operation));
  return changes
    .filter(({ kind, operation }) => kind !== 'tokens' && !(moved.has(operation) && followsMove.has(kind)))
    .map(({ tool, kind, place, label }) => ({ tool, kind, place, label }));
}

function textOf(entry: object): string {
  return JSON.stringify(entry);
}
