import { expect, test } from 'vitest';
import { packageVersion } from '../../../runtime/value/package-version.ts';
import { PUBLIC_URL, testGateway } from '../support/gateway.ts';

test('whoever has a key learns what the gateway can do, and nobody else', async () => {
  await using gateway = await testGateway();
  expect((await gateway.api('GET', '/about')).body).toMatchObject({
    version: packageVersion,
    public_url: PUBLIC_URL,
    apis: [
      {
        ...{ id: 'intercom', name: 'Intercom', noun: 'workspace', identifies: true, login: false, variables: [] },
        regions: [
          { id: 'us', name: 'United States' },
          { id: 'eu', name: 'Europe' },
        ],
        api_versions: expect.arrayContaining(['2.16', '2.15']),
        credentials: [{ id: 'access_token', fields: [{ name: 'access_token', secret: true }] }],
      },
    ],
  });
  expect((await gateway.api('GET', '/about', undefined, { authorization: 'Bearer imcp_adm_wrong' })).status).toBe(401);
});
