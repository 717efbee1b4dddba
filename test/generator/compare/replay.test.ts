import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Change, Surface } from '../../../generator/compare/change.ts';
import { changeReport } from '../../../generator/compare/change-report.ts';
import { importDescription } from '../../../generator/import/index.ts';
import { stableJson } from '../../../generator/json/stable-json.ts';
import { load, readOverlays } from '../../../generator/load/load.ts';
import { refusedNow } from './support/accept.ts';
import { type Base, surfaceFrom } from './support/base.ts';
import { countDifferences, type Difference, shapeOf } from './support/count-differences.ts';

const root = new URL('../../../', import.meta.url);
const specs = new URL('../shared/specs/', root);
const present = existsSync(specs);
if (!present) console.warn(`SKIPPED: ${specs.pathname} is absent, so that no versions of the API are compared here`);

const versions = ['2.14', '2.15', '2.16'] as const;
type Version = (typeof versions)[number];

/** The kinds that name a difference of each subject. */
const kindsOf = {
  operation: /^(?:tool|operation) /,
  argument: /^(?:argument|paging|request)/,
  body: /^(?:argument|paging|request|search)/,
  search: /^search/,
  answer: /^answer/,
  status: /^answer/,
  tags: /^(?:tags|module)/,
  deprecated: /^deprecation/,
} as const satisfies Record<Difference['about'], RegExp>;

describe.skipIf(!present)('versions of the official description, one after another and back', () => {
  const built = new Map<Version, { base: Base; surface: Surface }>();
  beforeAll(async () => {
    const overlays = await readOverlays(fileURLToPath(new URL('specs/intercom/overlays', root)));
    for (const version of versions) {
      const start = performance.now();
      const text = await readFile(new URL(`intercom-${version}.yaml`, specs), 'utf8');
      const { contract } = importDescription(text, version);
      const imported = performance.now();
      const base = await load(`${version}.json`, stableJson(contract), overlays);
      const surface = surfaceFrom(base);
      built.set(version, { base, surface });
      tell(`${version}: imported`, imported - start);
      tell(`${version}: loaded and planned`, performance.now() - imported);
    }
  }, 120_000);

  const pairs: readonly (readonly [Version, Version])[] = [
    ['2.14', '2.15'],
    ['2.15', '2.16'],
    ['2.16', '2.15'],
    ['2.15', '2.14'],
  ];

  describe.each(pairs)('%s to %s', (from, to) => {
    const both = () => {
      const [old, now] = [built.get(from), built.get(to)];
      if (!old || !now) throw new Error('no such version');
      return { old, now };
    };
    const changesOf = (): readonly Change[] => changeReport(both().old.surface, both().now.surface).changes;

    test('every difference at the top is in the report', () => {
      const { old, now } = both();
      const start = performance.now();
      const changes = changesOf();
      tell(`${from} -> ${to}: ${changes.length} changes`, performance.now() - start);
      const differences = countDifferences(old.base.document, now.base.document);
      expect(differences.length).toBeGreaterThan(10);
      expect(differences.filter((difference) => !changes.some((change) => names(change, difference)))).toEqual([]);
    });

    test('arguments that were taken are taken still, or the report says that it breaks', () => {
      const { old, now } = both();
      const changes = changesOf();
      const breaking = new Set(changes.filter(({ breaks }) => breaks.includes('models')).map(({ tool }) => tool));
      for (const was of old.surface.catalog) {
        const is = now.surface.catalog.find(({ name }) => name === was.name);
        if (is && !breaking.has(was.name)) expect(refusedNow(was, is), was.name).toEqual([]);
      }
    });
  });

  test('a version has no change to itself', () => {
    for (const { surface } of built.values())
      expect(changeReport(surface, structuredClone(surface)).changes).toEqual([]);
  });
});

function names(change: Change, { shape, about, name }: Difference): boolean {
  if (change.operation === undefined || shapeOf(change.operation) !== shape || !kindsOf[about].test(change.kind))
    return false;
  const wire = name.split(' ').at(-1) ?? '';
  return (
    name === '' || about === 'status' || change.place.includes(wire) || `${change.from} ${change.to}`.includes(wire)
  );
}

function tell(what: string, milliseconds: number): void {
  console.info(`${what} in ${(milliseconds / 1000).toFixed(2)} s`);
}
