import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiTypes } from '../../../scripts/dashboard-api.ts';

test('the types of the API that pages are written against are those of the gateway: npm run dashboard:api writes them', async () => {
  const file = new URL('../../../dashboard/api/schema.d.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(await apiTypes());
});
