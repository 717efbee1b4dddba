import { expect, test } from 'vitest';
import * as z from 'zod';
import { repairArguments } from '../../../runtime/input/repair-arguments.ts';

const input = z.strictObject({
  plan: z.string().optional(),
  options: z.array(z.looseObject({ value: z.string() })).optional(),
  to: z.looseObject({ id: z.string(), type: z.string() }).optional(),
});

test.each<[given: object, read?: object | undefined]>([
  [{ plan: { type: 'plan', id: '1', name: 'Pro' } }, { plan: 'Pro' }],
  [{ plan: { id: '1', name: 'Pro', seats: 5 } }],
  [{ plan: { id: '1' } }],
  [{ options: ['Free', 'Pro'] }, { options: [{ value: 'Free' }, { value: 'Pro' }] }],
  [{ options: ['{"value":"Free"}'] }, { options: [{ value: 'Free' }] }],
  [{ to: '5' }],
])('%j is read as %j', (given, read = given) => {
  const tool = { input, access: 'write', class: 'update' } as const;
  const { input: repaired, repairs } = repairArguments(tool, given);
  expect(repaired).toEqual(read);
  expect(repairs.length > 0).toBe(read !== given);
});
