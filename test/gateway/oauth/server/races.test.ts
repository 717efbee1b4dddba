import { describe, expect, test } from 'vitest';
import { findAccess } from '../../../../gateway/oauth/server/find-access.ts';
import { emptyStore, engines } from '../../support/engines.ts';
import { testGateway } from '../../support/gateway.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { type Answer, HTTPS_URL, type OAuthGateway, oauthGateway } from './support/oauth-client.ts';

async function working({ test: { gateway }, server }: OAuthGateway, answers: readonly Answer[]): Promise<number> {
  const found = await Promise.all(
    answers.map(({ body }) =>
      findAccess(gateway.context, { bearer: body.access_token ?? '', serverId: server.row.id }),
    ),
  );
  return found.filter((access) => access !== undefined).length;
}

describe.each(engines)('on $name', (engine) => {
  test.skipIf(!engine.isThere)('a code that many send at once leaves no token that works', async () => {
    await using place = await emptyStore(engine);
    await using gateway = await oauthGateway({ store: place.store });
    for (let round = 0; round < 10; round++) {
      const authorized = await gateway.authorize();
      const answers = await Promise.all(Array.from({ length: 5 }, () => gateway.exchange(authorized)));
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(1);
      expect(statuses.filter((status) => status !== 200 && status !== 400)).toEqual([]);
      expect(await working(gateway, answers)).toBe(0);
    }
  });

  test.skipIf(!engine.isThere)('a replay during a rotation revokes what the rotation gives out', async () => {
    await using place = await emptyStore(engine);
    await using gateway = await oauthGateway({ store: place.store });
    for (let round = 0; round < 10; round++) {
      const { clientId, ...authorized } = await gateway.authorize();
      const first = await gateway.exchange({ clientId, ...authorized });
      const second = await gateway.refresh(clientId, first.body.refresh_token);
      const third = await gateway.refresh(clientId, second.body.refresh_token);
      const [rotated, replay] = await Promise.all([
        gateway.refresh(clientId, third.body.refresh_token),
        gateway.refresh(clientId, first.body.refresh_token),
      ]);
      expect(replay.body.error).toBe('invalid_grant');
      expect(await working(gateway, [first, second, third, rotated])).toBe(0);
    }
  });

  test.skipIf(!engine.isThere)('a client that refreshes in two processes at once goes on, in one line', async () => {
    await using place = await emptyStore(engine);
    await using gateway = await oauthGateway({ store: place.store });
    await using otherStore = await openTestStore(place.address);
    await using other = await testGateway({ store: otherStore, publicUrl: HTTPS_URL, now: gateway.test.now });
    const { clientId, ...authorized } = await gateway.authorize();
    const elsewhere = async (refresh_token: string): Promise<Answer> => {
      const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: clientId, refresh_token });
      const response = await other.gateway.fetch(new Request(`${gateway.issuer}/token`, { method: 'POST', body }));
      return { status: response.status, headers: response.headers, body: await response.json() };
    };
    let last = await gateway.exchange({ clientId, ...authorized });
    for (let round = 0; round < 8; round++) {
      const token = last.body.refresh_token;
      const answers = await Promise.all([gateway.refresh(clientId, token), elsewhere(token)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(await working(gateway, answers)).toBe(2);
      const [kept = last, beside = last] = round % 2 === 0 ? answers : answers.toReversed();
      last = await gateway.refresh(clientId, kept.body.refresh_token);
      expect(last.status).toBe(200);
      gateway.test.pass(10_001);
      if (round < 7) continue;
      expect((await elsewhere(beside.body.refresh_token)).body.error).toBe('invalid_grant');
      expect(await working(gateway, [...answers, last])).toBe(0);
    }
  });

  test.skipIf(!engine.isThere)('a revocation beside repeated refreshes leaves no token that works', async () => {
    await using place = await emptyStore(engine);
    await using gateway = await oauthGateway({ store: place.store });
    for (let round = 0; round < 10; round++) {
      const { clientId, ...authorized } = await gateway.authorize();
      const first = await gateway.exchange({ clientId, ...authorized });
      const token = first.body.refresh_token;
      await gateway.refresh(clientId, token);
      const [revoked, ...answers] = await Promise.all([
        gateway.post('revoke', { client_id: clientId, token }),
        ...Array.from({ length: 4 }, () => gateway.refresh(clientId, token)),
      ]);
      expect(revoked.status).toBe(200);
      expect(await working(gateway, [first, ...answers])).toBe(0);
    }
  });
});
