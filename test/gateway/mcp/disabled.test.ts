import { describe, expect, test } from 'vitest';
import { eras, modern } from '../support/eras.ts';
import { testGateway } from '../support/gateway.ts';

describe('a server that is switched off', () => {
  test.each(eras)('answers 403 at both of its URLs in $revision, and is as it was when it is on again', async (era) => {
    await using gateway = await testGateway();
    const { api } = gateway;
    const account = `/integrated-account/${await gateway.account()}`;
    const { body: token } = await api('POST', '/api-token', { name: 'x', integrated_account_id: null });
    const config = { require_api_token_auth: true };
    const { body: server } = await api('POST', `${account}/mcp`, { name: 'Desk', config });
    const path = `${account}/mcp/${server.id}`;
    const headers = { authorization: `Bearer ${token.token}` };
    const urls = [server.url, `http://gateway.test/mcp/${server.token}`];
    const ask = async () =>
      Promise.all(
        urls.map(async (url) => {
          const answer = await gateway.gateway.fetch(era.request(url, 'tools/list', {}, { headers }));
          return { status: answer.status, ...(answer.status !== 200 && { body: await answer.json() }) };
        }),
      );
    expect(await ask()).toEqual([{ status: 200 }, { status: 200 }]);
    const { body: off } = await api('PATCH', path, { enabled: false });
    expect(off).toMatchObject({ state: 'disabled', name: 'Desk', url: server.url });
    const refused = {
      status: 403,
      body: {
        jsonrpc: '2.0',
        id: null,
        error: { data: { code: 'server_disabled', help: expect.stringContaining('operator') } },
      },
    };
    expect(await ask()).toMatchObject([refused, refused]);
    expect((await api('GET', path)).body).toEqual(off);
    const { body: on } = await api('PATCH', path, { enabled: true });
    expect(on).toEqual({ ...off, state: 'active' });
    expect(await ask()).toEqual([{ status: 200 }, { status: 200 }]);
    await gateway.gateway.context.audit.flush();
    const { body: log } = await api('GET', `${account}/audit?mcp_id=${server.id}`);
    const lines = log.result.map(({ action, status }: Record<string, string>) => `${action} ${status}`);
    expect(lines.filter((line: string) => line === 'server.update ok')).toHaveLength(2);
    expect(lines).toContain('refuse server_disabled');
  });

  test('tells nobody more than before: who needs a token, an address, or is gone', async () => {
    await using gateway = await testGateway();
    const { api } = gateway;
    const account = `/integrated-account/${await gateway.account()}`;
    const config = { allowed_addresses: ['192.0.2.1'] };
    const { body: server } = await api('POST', `${account}/mcp`, { name: 'Desk', config });
    await api('PATCH', `${account}/mcp/${server.id}`, { enabled: false });
    const ask = async (url: string) => {
      const answer = await gateway.gateway.fetch(modern.request(url, 'tools/list'), '198.51.100.1');
      return (await answer.json()).error.data.code;
    };
    expect(await ask(server.url)).toBe('wrong_address');
    expect(await ask(`http://gateway.test/mcp/${server.id}`)).toBe('unknown_server');
    await api('DELETE', `${account}/mcp/${server.id}`);
    expect(await ask(server.url)).toBe('revoked');
  });
});
