import { expect, test } from 'vitest';
import { expectationOf } from '../../../../../dashboard/pages/servers/form/expectation.ts';

const digest = `sha256-${'0123456789abcdef'.repeat(4)}`;

test.each([
  ['any', '', digest],
  ['any', '', undefined],
  ['unknown', digest, undefined],
  ['same', digest, digest],
  ['same', digest.slice(0, 19), digest],
  ['other', `sha256-${'f'.repeat(64)}`, digest],
] as const)('%s: expected %j of %j', (expectation, expected, now) => {
  expect(expectationOf(expected, now)).toBe(expectation);
});
