import { expect, test } from 'vitest';
import { packageVersion } from '../../../runtime/value/package-version.ts';
import { PUBLIC_URL, testGateway } from '../support/gateway.ts';

test('whoever has a key learns what the gateway can do, and nobody else', async () => {
  await using gateway = await testGateway();
  expect((await gateway.api('GET', '/about')).body).toMatchObject({
    version: packageVersion,
    public_url: PUBLIC_URL,
    regions: ['us', 'eu'],
    api_versions: expect.arrayContaining(['2.16', '2.15']),
    intercom_login: false,
  });
  expect((await gateway.api('GET', '/about', undefined, { authorization: 'Bearer imcp_adm_wrong' })).status).toBe(401);
});
