import { expect, test } from 'vitest';
import { hrefWith } from '../../../dashboard/parts/href-with.ts';

test.each([
  ['a=1&b=2', { a: undefined }, '/p?b=2'],
  ['a=1', { a: undefined }, '/p'],
  ['a=1', { a: '', b: '50%41 &?#' }, '/p?b=50%2541+%26%3F%23'],
  ['', {}, '/p'],
])('%j with %j', (query, changes, href) => {
  expect(hrefWith('/p', new URLSearchParams(query), changes)).toBe(href);
});
