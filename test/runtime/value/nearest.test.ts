import { expect, test } from 'vitest';
import { didYouMean, suggestFrom } from '../../../runtime/value/nearest.ts';

test('a dozen of words get a hint, the others nothing', () => {
  const suggest = suggestFrom(['contact', 'company']);
  const hints = Array.from({ length: 100 }, () => suggest('contakt'));
  expect(hints.slice(0, 12)).toEqual(Array.from({ length: 12 }, () => ' Did you mean "contact"?'));
  expect(hints.slice(12).join('')).toBe('');
});

test('of a long word the beginning is compared', () => {
  expect(didYouMean('x'.repeat(5_000_000), ['contact'])).toBe('');
});
