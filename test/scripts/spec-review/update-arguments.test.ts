import { expect, test } from 'vitest';
import { apiVersion } from '../../../intercom/connection.ts';
import { updateArguments } from '../../../scripts/spec-review/update-arguments.ts';

test.each([
  [{ from: '', apiVersion: '' }, ['--apply-moves']],
  [{ from: '', apiVersion }, ['--apply-moves', '--api-version', apiVersion]],
  [{ from: 'x.yaml', apiVersion: '2.15' }, ['--from', 'x.yaml', '--api-version', '2.15']],
])('%o is imported as %j: moves are written for the served version alone', (wanted, expected) => {
  expect(updateArguments(wanted)).toEqual(expected);
});
