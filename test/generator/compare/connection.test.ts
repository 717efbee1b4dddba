import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Surface } from '../../../generator/compare/change.ts';
import { compareSurfaces } from '../../../generator/compare/compare-surfaces.ts';
import { surfaceOf } from '../../../generator/compare/surface.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { changesOf, document, surfaceFrom } from './support/compared.ts';
import { api, at, key, withVariable } from './support/connected.ts';

test('every change of a connection leads to its place', () => {
  const changes = changesOf(
    api({ ...key(), ...withVariable({ default: 'a' }) }),
    api({ ...key({ name: 'X-Key' }, { pets: { security: [] } }), ...withVariable({ default: 'b' }) }),
  );
  expect(changes.map(({ place, pointer }) => `${place} ${pointer}`)).toEqual([
    'variables.tenant /servers/0/variables/tenant',
    'schemes.petKey /components/securitySchemes/petKey',
    'security /paths/~1pets/get',
  ]);
});

describe('what was generated before there was a record of connections', () => {
  const [before, after] = [surfaceFrom(api(at('https://a.acme.test'))), surfaceFrom(api(at('https://b.acme.test')))];
  const without = (connection: unknown): Surface => {
    const { connection: _, ...operations } = before.operations;
    return surfaceOf({ ...before, operations: JSON.stringify({ ...operations, connection }) });
  };

  test.each<[string, unknown]>([
    ['none', undefined],
    ['null', null],
    ['a list', []],
    ['a text', 'https://a.acme.test'],
    ['parts of other types', { ...before.operations.connection, addresses: ['https://a.acme.test'] }],
    ['requirements that are none', { ...before.operations.connection, security: [null] }],
  ])('is said once and breaks nothing: %s', (_, connection) => {
    expect(compareSurfaces(without(connection), after).map(({ kind, label }) => `${kind}: ${label}`)).toEqual([
      'connection: cosmetic',
    ]);
  });

  test('is not said where neither side has one', () => {
    expect(compareSurfaces(without(undefined), without(undefined))).toEqual([]);
  });
});

test('a scheme may be called like a keyword or like what every object has', () => {
  const named = (name: string): Json => ({
    schemes: Object.fromEntries([[name, { type: 'http', scheme: 'bearer' }]]),
    pets: { security: [Object.fromEntries([[name, ['read']]])] },
    cats: { security: [] },
  });
  for (const name of ['title', 'description', 'constructor', 'toString']) {
    const changes = changesOf(api(named(name)), api({ ...named(name), pets: { security: [] } }));
    expect(changes.map(({ message }) => message)).toContain(`calls need no credentials now, and needed ${name} (read)`);
  }
});

test('a thousand servers of operations are compared in a pass', () => {
  const responses = { 200: { description: 'ok' } };
  const many = (host: string): Json =>
    document(
      Object.fromEntries(
        Array.from({ length: 1000 }, (_, index) => [
          `/p${index}`,
          { get: { operationId: `get${index}`, responses, servers: [{ url: `https://s${index}.${host}` }] } },
        ]),
      ),
    );
  const changes = changesOf(many('acme.test'), many('acme.example'));
  expect(changes.filter(({ kind }) => kind === 'server')).toHaveLength(1000);
});

test('whichever servers come, go and change places, each address that came or went is named', () => {
  const urls = fc.uniqueArray(fc.constantFrom('us', 'eu', 'au', 'a.us', 'b.us'), { minLength: 1 });
  fc.assert(
    fc.property(urls, urls, (before, after) => {
      const [old, now] = [before, after].map((hosts) => at(...hosts.map((host) => `https://${host}.acme.test`)));
      const changes = changesOf(api(old), api(now));
      const texts = changes.map(({ message }) => `${message} `);
      for (const host of [...before, ...after].filter((one) => !(before.includes(one) && after.includes(one))))
        expect(texts.some((text) => new RegExp(`https://${host}\\.acme\\.test[ )]`).test(text))).toBe(true);
      const isLess = before[0] !== after[0] || before.some((host) => !after.includes(host));
      if (isLess) expect(changes.some(({ breaks }) => breaks.length > 0)).toBe(true);
      if (before.join() === after.join()) expect(changes).toEqual([]);
    }),
    { seed: 20_261_129, numRuns: 300 },
  );
});
