import { expect, test } from 'vitest';
import { keepRecent } from '../../../runtime/value/keep-recent.ts';

test('what is asked for again is made once, and what was not asked for the longest is made anew', () => {
  const made: string[] = [];
  const keep = keepRecent<string>(2);
  const get = (key: string) =>
    keep(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(get)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('what cannot be made is not kept, and undefined is', () => {
  let times = 0;
  const keep = keepRecent<undefined>(2);
  const fail = () =>
    keep('a', () => {
      times += 1;
      throw new Error('no');
    });
  expect(fail).toThrow('no');
  expect(fail).toThrow('no');
  keep('b', () => {
    times += 1;
    return undefined;
  });
  keep('b', () => {
    times += 1;
    return undefined;
  });
  expect(times).toBe(3);
});
