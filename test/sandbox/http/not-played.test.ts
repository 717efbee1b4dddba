import { expect, test } from 'vitest';
import { createBudget } from '../../../sandbox/http/budget.ts';
import { createApp } from '../../../sandbox/http/create-app.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { createGrants } from '../../../sandbox/oauth/grants.ts';

test('an operation that nobody plays yet is told to be so, and nothing else fails', async () => {
  const { workspace } = createSandbox();
  const now = () => 0;
  const app = createApp({
    ...{ routes: {}, workspace: () => workspace, budget: createBudget(100), grants: createGrants(now), now },
  });
  const headers = { authorization: 'Bearer sandbox' };
  const answer = await app.fetch(new Request('http://localhost/tags', { headers }));
  expect(answer.status).toBe(501);
  expect(await answer.json()).toMatchObject({
    errors: [{ message: 'The sample workspace does not play GET /tags yet.' }],
  });
});
