import { describe, expect, test } from 'vitest';
import { createSandbox } from '../../../sandbox/index.ts';
import { elmGarage } from '../../support/people.ts';
import { asker, eras, toolResult } from '../support/eras.ts';
import { type TestGateway, testGateway } from '../support/gateway.ts';

const call = { name: 'get_single_intercom_me', arguments: {} };

/** Status and changes of an account, as its operator sees them. */
async function seenBy({ api }: TestGateway, id: string) {
  const { body } = await api('GET', `/integrated-account/${id}`);
  const { body: audit } = await api('GET', `/integrated-account/${id}/audit`);
  const actions = audit.result.map(({ action, status }: { action: string; status: string }) => `${action} ${status}`);
  return { status: body.status, actions };
}

describe.each(eras)('what Intercom answers in $revision:', (era) => {
  test('a revoked credential is told to the model and the operator, until it works again', async () => {
    await using made = await testGateway();
    const { sandbox, gateway } = made;
    const account = await made.account(elmGarage.name, 'revocable');
    const { url } = await made.server(account);
    const ask = asker(made, era);
    const revoke = (path: string, body?: object) =>
      sandbox.fetch(`http://sandbox.test/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body ?? {}) });
    await revoke('revoke', { token: 'revocable' });

    const refused = toolResult(await ask(url, 'tools/call', call));
    expect(refused.isError).toBe(true);
    expect(refused.text).toMatch(/^Tell the user: .*"Elm Garage".*its operator has to connect it again/);
    expect(refused.text).not.toContain('revocable');
    await ask(url, 'tools/call', call);
    await gateway.context.audit.flush();
    const down = await seenBy(made, account);
    expect(down.status).toBe('needs_reauth');
    // Told once, not at every call.
    expect(down.actions).toEqual([
      'tools/call upstream_error',
      'tools/call upstream_error',
      'account.needs_reauth ok',
      'server.create ok',
      'account.create ok',
    ]);

    await revoke('reset');
    expect(toolResult(await ask(url, 'tools/call', call)).isError).toBe(false);
    await gateway.context.audit.flush();
    const up = await seenBy(made, account);
    expect(up.status).toBe('active');
    expect(up.actions.slice(0, 2)).toEqual(['tools/call ok', 'account.active ok']);
  });

  test('its rate limit is passed on: how much is left, and how long to wait once nothing is', async () => {
    // One of the three is spent when the account is connected.
    let now = Date.UTC(2026, 10, 25, 12);
    await using made = await testGateway({ sandbox: createSandbox({ rateLimit: 3, now: () => now }) });
    const { url } = await made.server(await made.account());
    const ask = asker(made, era);
    const seen = [];
    for (let count = 0; count < 3; count += 1) {
      const answer = await ask(url, 'tools/call', call);
      const header = (name: string) => answer.headers.get(`ratelimit-${name}`);
      const { isError } = toolResult(answer);
      const { _meta } = Object(answer.message.result);
      expect(_meta).toMatchObject({ 'ratelimit-limit': 3, 'ratelimit-remaining': Number(header('remaining')) });
      seen.push([answer.status, isError, header('limit'), header('remaining')]);
    }
    expect(seen).toEqual([
      [200, false, '3', '1'],
      [200, false, '3', '0'],
      [200, true, '3', '0'],
    ]);
    now += 10_000;
    expect(toolResult(await ask(url, 'tools/call', call)).isError).toBe(false);
  });
});
