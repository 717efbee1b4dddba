import { describe, expect, test } from 'vitest';
import { oauthGateway, opens, statuses } from './support/oauth-client.ts';

describe('revocation', () => {
  test.each(['access_token', 'refresh_token'])('of an %s ends all of its consent', async (kind) => {
    await using gateway = await oauthGateway();
    const { clientId, ...authorized } = await gateway.authorize();
    const { body } = await gateway.exchange({ clientId, ...authorized });
    const revoked = await gateway.post('revoke', { client_id: clientId, token: body[kind], token_type_hint: 'other' });
    expect([revoked.status, revoked.body]).toEqual([200, undefined]);
    expect(await opens(gateway, body.access_token)).toBe(false);
    expect((await gateway.refresh(clientId, body.refresh_token)).body.error).toBe('invalid_grant');
    expect((await gateway.post('revoke', { client_id: clientId, token: body[kind] })).status).toBe(200);
    expect(await statuses(gateway, 'oauth.revoke')).toEqual(['ok']);
  });

  test('by somebody else is refused', async () => {
    await using gateway = await oauthGateway();
    const { body } = await gateway.exchange(await gateway.authorize());
    const token = body.access_token;
    const other = await gateway.register();
    const refusals: [Record<string, string>, number, string][] = [
      [{ client_id: other, token }, 400, 'unauthorized_client'],
      [{ client_id: 'unknown', token }, 401, 'invalid_client'],
      [{ token }, 400, 'invalid_request'],
      [{ client_id: other }, 400, 'invalid_request'],
    ];
    for (const [form, status, error] of refusals) {
      const answer = await gateway.post('revoke', form);
      expect([answer.status, answer.body.error]).toEqual([status, error]);
    }
    expect(await opens(gateway, token)).toBe(true);
  });
});
