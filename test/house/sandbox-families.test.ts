import { expect, test } from 'vitest';
import { files } from './support/house.ts';

test('no family of operations knows another: what they share is in a lower room', () => {
  const family = (path: string) => /^sandbox\/operations\/([^/]+)\//.exec(path)?.[1];
  const inside = [...files.values()].filter(({ path }) => family(path) !== undefined);
  expect(inside.length).toBeGreaterThan(100);
  const between = inside.flatMap(({ path, imports }) =>
    imports
      .map(({ target }) => target)
      .filter((target) => family(target) !== undefined && family(target) !== family(path))
      .map((target) => `${path} imports ${target}`),
  );
  expect(between).toEqual([]);
});
