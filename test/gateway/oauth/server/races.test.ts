import { describe, expect, test } from 'vitest';
import { findAccess } from '../../../../gateway/oauth/server/find-access.ts';
import { emptyStore, engines } from '../../support/engines.ts';
import { type Answer, type OAuthGateway, oauthGateway } from './support/oauth-client.ts';

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
    for (let round = 0; round < 20; round++) {
      const { clientId, ...authorized } = await gateway.authorize();
      const first = await gateway.exchange({ clientId, ...authorized });
      const second = await gateway.refresh(clientId, first.body.refresh_token);
      const [rotated, replay] = await Promise.all([
        gateway.refresh(clientId, second.body.refresh_token),
        gateway.refresh(clientId, first.body.refresh_token),
      ]);
      expect(replay.body.error).toBe('invalid_grant');
      expect(await working(gateway, [first, second, rotated])).toBe(0);
    }
  });
});
