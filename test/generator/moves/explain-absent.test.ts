import { expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { loadDocument } from '../../../generator/load/load.ts';
import { explainAbsent } from '../../../generator/moves/explain-absent.ts';
import { overlays, shop } from './support/shop.ts';

/** The help of what does not fit the shop after an edit, with and without what was generated before. */
async function helps(edit: (document: ReturnType<typeof shop>) => void, list?: readonly object[]) {
  const after = shop();
  edit(after);
  const loaded = await loadDocument('shop', after, overlays(list));
  const before: Json = shop();
  return [before, undefined].map((known) =>
    explainAbsent(loaded, known).map(({ help }) => /The likeliest target now is (.*)/.exec(help)?.[1]),
  );
}

test('the help names the target of an operation that moved, for certain or by its words', async () => {
  const all = await helps(({ paths }) => {
    paths['/pets/{pet_id}/details'] = { put: paths['/pets/{pet_id}']?.put };
    delete paths['/pets/{pet_id}']?.put;
  });
  expect(all).toEqual([["$.paths['/pets/{pet_id}/details'].put"], [undefined]]);
  const one = { target: "$.paths['/toy_list'].get", update: {} };
  expect(
    await helps(
      ({ paths }) => {
        paths['/toys_list'] = paths['/toys'] ?? {};
        delete paths['/toys'];
      },
      [one],
    ),
  ).toEqual([["$.paths['/toys_list'].get"], ["$.paths['/toys_list'].get"]]);
});

test('the help names the property that is nearest, and says nothing where nothing is', async () => {
  const rename =
    (name: string) =>
    ({ components }: ReturnType<typeof shop>) => {
      const { born_at, ...rest } = components.schemas.pet.properties;
      components.schemas.pet.properties = { ...rest, [name]: born_at ?? {} };
    };
  const target = '$.components.schemas.pet.properties.born_on';
  expect(await helps(rename('born_on'))).toEqual([[target], [undefined]]);
  expect(await helps(rename('date_born_at'))).toEqual([
    ['$.components.schemas.pet.properties.date_born_at'],
    ['$.components.schemas.pet.properties.date_born_at'],
  ]);
  const nothing = { target: '$.info.contact.name', update: {} };
  expect(await helps(() => {}, [nothing])).toEqual([[undefined], [undefined]]);
});
