import { expect, test } from 'vitest';
import { whyStuck } from './support/judge-error.ts';
import type { Mistake } from './support/mistakes.ts';

const unknownTag: Mistake = { kind: 'unknown id in the path', argument: 'tag_id', given: { tag_id: '9' } };
const refused = 'HTTP 404: not_found Tag not found';

test.each([
  ['can go on', `Correct tag_id. Find tags with list_all_intercom_tags.\n${refused}`, undefined],
  ['is left to search', `Check the ids: nothing is there.\n${refused}`, 'does not say what to do'],
  [
    'is not told the argument',
    `Correct it. Find tags with list_all_intercom_tags.\n${refused}`,
    'does not name tag_id',
  ],
  ['is told no tool', `Correct tag_id as the message says.\n${refused}`, 'names no tool that finds the id'],
  [
    'is told a tool that is none',
    `Correct tag_id with list_all_intercom_labels.\n${refused}`,
    'names list_all_intercom_labels, which is no tool',
  ],
  ['is told too much', `Correct tag_id with list_all_intercom_tags.\n${refused} ${'so '.repeat(120)}`, 'is too long'],
])('a model that %s', (_, text, why) => {
  expect(whyStuck(unknownTag, text)).toBe(why);
});
