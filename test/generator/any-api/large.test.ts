import { expect, test } from 'vitest';
import { typeTexts } from '../../../generator/answers/type-text.ts';
import { checkedFiles } from '../../../generator/check/checked-files.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { type Lookup, lookupIn } from '../../../generator/json/lookup.ts';
import { argumentSchema } from '../../../generator/normalize/argument-schema.ts';
import type { PlannedModule } from '../../../generator/plan/plan.ts';
import { plainText } from '../../../generator/text/plain-text.ts';

/** Schemas that are each made of the one before and hold several others, in unions that may be null: as large vendors write them. */
function entities(count: number): Json {
  const ref = (at: number): Json => ({ $ref: `#/components/schemas/E${at % count}` });
  const schemas = Array.from({ length: count }, (_, at): [string, Json] => {
    const properties = Object.fromEntries(
      Array.from({ length: 12 }, (__, nth) => [`p${nth}`, { anyOf: [ref(at * 7 + nth * 13 + 1), { type: 'null' }] }]),
    );
    return [
      `E${at}`,
      { allOf: [ref(at + 1), { type: 'object', properties: { ...properties, kind: { enum: [`e${at}`] } } }] },
    ];
  });
  // The last one is made of none, or there would be no end to what the first is made of.
  schemas[count - 1] = [`E${count - 1}`, { type: 'object', properties: { kind: { type: 'string' } } }];
  return { components: { schemas: Object.fromEntries(schemas) } };
}

/** A lookup that counts. */
function counted(document: Json): { lookup: Lookup; count: () => number } {
  const lookup = lookupIn(document);
  let count = 0;
  const counting: Lookup = (ref) => {
    count += 1;
    return lookup(ref);
  };
  return { lookup: counting, count: () => count };
}

test('types of schemas that all hold each other take steps in proportion to their number', () => {
  const steps = [10, 20].map((many) => {
    const { lookup, count } = counted(entities(many));
    const types = typeTexts({
      lookup,
      timeKeys: new Set(),
      noise: [],
      rare: [],
      whole: (ref) => `T${ref.split('/').at(-1)}`,
    });
    types.of({ $ref: '#/components/schemas/E0' });
    return count();
  });
  const [few = 0, more = 0] = steps;
  // Each is written with what it is made of, a chain that is twice as long: four times the steps, and not the square of that.
  expect(more).toBeLessThan(few * 6);
  expect(more).toBeLessThan(60_000);
});

test('an argument that holds too much is given up as soon as that is known', () => {
  const { lookup, count } = counted(entities(14));
  argumentSchema({ $ref: '#/components/schemas/E0' }, lookup, { key: 'body' });
  expect(count()).toBeLessThan(300_000);
});

test.each([
  ['plain words', 'The name of it (as shown), or none.'],
  ['an apostrophe and quotation marks', `The user's "own" name; not theirs?`],
  ['spaces before marks', 'A name , and more .  Twice  spaced !'],
  ['a dash and a path', 'A - b, see /a/b-c: it is so'],
  ['a long line', 'word '.repeat(300)],
])('%s are read the same whether or not they could be markup', (_what, text) => {
  // A comment of no content makes the reader take the text apart as a page.
  expect(plainText(text, 400)).toBe(plainText(`${text}<!-- -->`, 400));
});

test('of modules that are too large to check all, those that fit are taken from the whole breadth', () => {
  const modules = Array.from({ length: 40 }, (_, at) => ({
    name: `m${at}`,
    tools: [{}, {}],
  })) as unknown as PlannedModule[];
  const texts = modules.flatMap(({ name }) => [
    [`tools/${name}.ts`, 'x'.repeat(900)] as const,
    [`inputs/${name}.ts`, 'x'.repeat(100)] as const,
  ]);
  const files = new Map([
    ...texts,
    ['index.ts', ''] as const,
    ['modules.ts', ''] as const,
    ['types/outputs.ts', ''] as const,
  ]);
  const { files: some, left } = checkedFiles(files, modules, 10_000);
  expect(left).toBe(60);
  expect(some.has('index.ts')).toBe(false);
  expect(some.has('types/outputs.ts')).toBe(true);
  const kept = [...some.keys()].filter((name) => name.startsWith('tools/'));
  expect(kept).toHaveLength(10);
  expect(kept.at(-1)).toBe('tools/m36.ts');
  expect(checkedFiles(files, modules, 100_000)).toEqual({ files, left: 0 });
});
