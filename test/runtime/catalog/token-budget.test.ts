import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { catalog as whole } from '../../../intercom/catalog.ts';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import { tellLeftOut, withinBudget } from '../../../runtime/catalog/token-budget.ts';
import { InputError } from '../../../runtime/value/errors.ts';

const silent = () => {};
const first = whole[0] as CatalogEntry;
const tool = (name: string, own: Partial<CatalogEntry> = {}): CatalogEntry => ({
  ...first,
  ...{ name, path: '/a', access: 'read', destructive: false, tokens: 10 },
  ...own,
});
const names = (entries: readonly CatalogEntry[]) => entries.map(({ name }) => name);

test('what fits is the very list, and nobody is told anything', () => {
  const onLeftOut = vi.fn();
  const list = [tool('b'), tool('a')];
  expect(withinBudget(list, { tokens: 20, onLeftOut })).toBe(list);
  expect(onLeftOut).not.toHaveBeenCalled();
});

test.each<[string, readonly CatalogEntry[], readonly string[]]>([
  ['what destroys goes first', [tool('gone', { destructive: true }), tool('kept', { path: '/a/b/c' })], ['kept']],
  ['then long paths', [tool('deep', { path: '/a/{id}/b' }), tool('top', { access: 'write' })], ['top']],
  ['then writes', [tool('write', { access: 'write' }), tool('read')], ['read']],
  ['then what costs more', [tool('dear', { tokens: 11 }), tool('cheap')], ['cheap']],
  ['then the later name', [tool('b'), tool('a')], ['a']],
])('%s', (_, list, want) => {
  expect(names(withinBudget(list, { tokens: 12, onLeftOut: silent }))).toEqual(want);
});

test('what is always at hand is taken before all else', () => {
  const list = [tool('read'), tool('hand', { destructive: true, path: '/a/b/c' })];
  expect(names(withinBudget(list, { tokens: 10, onLeftOut: silent }, ['hand']))).toEqual(['hand']);
});

test('a smaller one that still fits is taken in place of a large one', () => {
  const list = [tool('a'), tool('large', { tokens: 15 }), tool('z', { path: '/a/b' })];
  expect(names(withinBudget(list, { tokens: 20, onLeftOut: silent }))).toEqual(['a', 'z']);
});

test('a budget for nothing is refused, with what the smallest costs', () => {
  const make = () => withinBudget([tool('a'), tool('b', { tokens: 7 })], { tokens: 6, onLeftOut: silent });
  expect(make).toThrow(InputError);
  expect(make).toThrow('the smallest one costs 7');
});

test('of any budget the tools keep their order, cost no more, and all others are told', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), (tokens) => {
      const left: CatalogEntry[] = [];
      const smallest = Math.min(...whole.map((entry) => entry.tokens));
      if (tokens < smallest) return;
      const kept = withinBudget(whole, { tokens, onLeftOut: (entries) => left.push(...entries) });
      expect(kept.reduce((sum, entry) => sum + entry.tokens, 0)).toBeLessThanOrEqual(tokens);
      expect(names(kept)).toEqual(names(whole.filter((entry) => kept.includes(entry))));
      expect(names([...kept, ...left]).toSorted()).toEqual(names(whole));
    }),
    { numRuns: 40 },
  );
});

test('a line names the first that are left out, and how many more', () => {
  const left = Array.from({ length: 12 }, (_, at) => tool(`t${at}`));
  const line = tellLeftOut(left, 500);
  expect(line).toContain('12 tools are left out for a budget of 500 tokens');
  expect(line).toContain('t9 and 2 more.');
  expect(tellLeftOut(left.slice(0, 1), 500)).toContain('1 tool is left out');
});
