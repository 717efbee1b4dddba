import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { compile, JSONPathError, query } from 'json-p3';
import { expect, test } from 'vitest';
import { plainNames } from '../../../generator/load/plain-target.ts';

const folder = fileURLToPath(new URL('../../../specs/intercom/overlays', import.meta.url));

const targets = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/target: (\$.*)$/gm)])
  .map(([, target = '']) => target);

test('most targets are made of names alone', () => {
  const plain = targets.filter((target) => plainNames(target) !== undefined);
  expect(plain.length / targets.length).toBeGreaterThan(0.8);
});

/** A document in which a target leads somewhere, and nowhere beside it. */
function documentWith(names: readonly string[]): Record<string, unknown> {
  return names.reduceRight<Record<string, unknown>>((inner, name) => ({ other: [], [name]: inner }), { end: 1 });
}

function agrees(target: string): void {
  const plain = plainNames(target);
  if (plain === undefined) return;
  const names = plain.map(({ name }) => name);
  const { nodes } = query(target, documentWith(names) as Parameters<typeof query>[1]);
  expect(nodes.map(({ location }) => location)).toEqual([names]);
  for (const { name, start, end, quote = '' } of plain) expect(target.slice(start, end)).toBe(quote + name + quote);
}

test('names alone lead where a query leads', () => {
  for (const target of targets) agrees(target);
});

test('what the query refuses is never taken for names alone', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '.a',
      "['/b']",
      '.get',
      "['x y']",
      "['']",
      '..a',
      '[0]',
      '[?@.a]',
      "['a','b']",
      '.*',
      '.é',
      '.a-b',
      ' .a',
    ),
    fc.string({ maxLength: 4 }),
    fc.string({ maxLength: 6 }).map((name) => `['${name}']`),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
      const target = `$${pieces.join('')}`;
      if (plainNames(target) === undefined) return;
      expect(() => compile(target)).not.toThrow(JSONPathError);
      agrees(target);
    }),
    { numRuns: 2000 },
  );
});
