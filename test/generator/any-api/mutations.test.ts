import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointerTo } from '../../../generator/json/json-pointer.ts';
import { isRecord, type Json } from '../../../generator/json/json-schema.ts';
import { petsDescription } from './support/pets.ts';
import { outcomeOf } from './support/plan.ts';
import { swaggerPets } from './support/swagger-pets.ts';

/** Runs of each test; `MUTATIONS=1000` for a thorough search. */
const RUNS = Number(process.env.MUTATIONS ?? 40);

/** What stands where something else belongs. */
const WRONG: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e300, '', 'x', '/', '#', '名前', 'a'.repeat(300), '`*/', '\u0000'],
  ...[[], [null], ['a'], [[]], {}, { constructor: null }, { hasOwnProperty: 1, toString: 2, valueOf: {} }],
  ...[{ $ref: '#/gone' }, { $ref: '#/components/schemas/Pet' }, { $ref: 5 }, { $ref: '' }, { $ref: '#' }],
  ...['https://other.example.test/x.json', './gone.yaml', '../../etc/passwd', '#/components/schemas/Pet'],
  ...[{ type: 'strng' }, { type: [] }, { type: null }, { properties: null }, { properties: [] }, { required: true }],
  ...[{ enum: null }, { enum: {} }, { items: [] }, { allOf: null }, { allOf: [null] }, { get: null }, { get: [] }],
];
const NAMES = ['__proto__', 'constructor', 'hasOwnProperty', '', 'a b', 'ключ', 'x-y', '$ref', '1', 'a/b~c%7B'];

/** A change of one place: another value, another name, or nothing at all. */
const change = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WRONG).map((value) => ({ value })) },
  { weight: 1, arbitrary: fc.constantFrom(...NAMES).map((name) => ({ name })) },
  { weight: 1, arbitrary: fc.constant({}) },
);

function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [...(path.length > 0 ? [path] : []), ...inside.flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

type Change = { readonly value?: unknown; readonly name?: string };

function changed(document: unknown, [key = '', ...rest]: readonly string[], what: Change): unknown {
  const replace = (part: unknown): readonly (readonly [string, unknown])[] => {
    if (rest.length > 0) return [[key, changed(part, rest, what)]];
    if ('value' in what) return [[key, what.value]];
    return what.name === undefined ? [] : [[what.name, part]];
  };
  if (Array.isArray(document)) {
    const items: readonly unknown[] = document;
    return items.flatMap((item, index) => (String(index) === key ? replace(item).map(([, part]) => part) : [item]));
  }
  if (!isRecord(document)) return document;
  return Object.fromEntries(
    Object.entries(document).flatMap((entry) => (entry[0] === key ? replace(entry[1]) : [entry])),
  );
}

/** Whether a change at a place may cost an operation: it stands in it, in its path, or above. */
function isNear([first, path, inner]: readonly string[], operation: string): boolean {
  if (first !== 'paths') return false;
  const [method = '', own] = operation.split(' ');
  if (path === undefined) return true;
  return path === own && (inner === undefined || inner === 'parameters' || inner === method.toLowerCase());
}

const DESCRIPTIONS: readonly (readonly [string, Json])[] = [
  ['OpenAPI 3.0', petsDescription('3.0.3')],
  ['OpenAPI 3.1', petsDescription('3.1.0')],
  ['Swagger 2', swaggerPets()],
];

test.each(DESCRIPTIONS)(
  'any wrong value in a description of %s costs the operation that it stands in at most, and is told',
  async (_name, document) => {
    const { tools: all, told: before } = await outcomeOf(document);
    expect(before).toEqual([]);
    const place = fc.constantFrom(...placesIn(document));
    await fc.assert(
      fc.asyncProperty(place, change, async (path, what) => {
        const { tools, told, isRefused } = await outcomeOf(JSON.stringify(changed(document, path, what)));
        if (isRefused) {
          expect(told[0]).toMatch(/^(?:NO_OPERATIONS|SOURCE_OPENAPI_VERSION|SOURCE_NOT_OPENAPI)\b/);
          expect(['paths', 'openapi', 'swagger']).toContain(path[0]);
          return;
        }
        const lost = all.filter((operation) => !tools.includes(operation));
        expect(
          lost.filter((operation) => !isNear(path, operation)),
          pointerTo(path),
        ).toEqual([]);
        // What is taken away, or called otherwise, is no longer there to be told of.
        if (lost.length > 0 && 'value' in what && !isRecord(what.value)) expect(told, pointerTo(path)).not.toEqual([]);
      }),
      { numRuns: RUNS, seed: 17 },
    );
  },
  600_000,
);
