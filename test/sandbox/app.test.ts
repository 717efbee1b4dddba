import { describe, expect, test } from 'vitest';
import { createSandbox, listenSandbox } from '../../sandbox/index.ts';
import { cast } from '../../sandbox/sample/cast.ts';
import { testSandbox } from './support/sandbox.ts';

const { amara } = cast.contacts;

function error(code: string, more = {}) {
  return {
    type: 'error.list',
    request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    errors: [expect.objectContaining({ code, ...more })],
  };
}

describe('who may ask', () => {
  const { call } = testSandbox({ token: 'right' });
  test('nobody without a token, or with a wrong one, who learn nothing of the budget', async () => {
    for (const authorization of ['', 'Basic abc', 'Bearer wrong']) {
      const answer = await call('GET', '/me', undefined, { authorization });
      expect(answer).toMatchObject({ status: 401, body: error('unauthorized') });
      expect(answer.headers.get('x-ratelimit-limit')).toBeNull();
    }
  });

  test('whoever has the token', async () => {
    const answer = await call('GET', '/me', undefined, { authorization: 'Bearer right' });
    expect(answer).toMatchObject({ status: 200, body: { type: 'admin', id: cast.admins.maya } });
  });

  test('a version that does not exist is refused, one that does is named in the answer', async () => {
    const headers = { authorization: 'Bearer right' };
    const wrong = await call('GET', '/me', undefined, { ...headers, 'intercom-version': '9.9' });
    expect(wrong).toMatchObject({ status: 400, body: error('intercom_version_invalid') });
    const right = await call('GET', '/me', undefined, { ...headers, 'intercom-version': '2.16' });
    expect(right.headers.get('intercom-version')).toBe('2.16');
  });
});

describe('what a request has to be', () => {
  const { call, changes } = testSandbox();
  test.for([
    ['no JSON', 'POST', '/contacts/search', 'x', 400, 'bad_request'],
    ['a list', 'POST', '/contacts/search', [], 400, 'bad_request'],
    ['without what is required', 'POST', '/conversations/redact', {}, 400, undefined],
    ['of another type', 'PUT', `/contacts/${amara}`, { name: { first: 'A' } }, 400, 'parameter_invalid'],
    ['a page that is none', 'GET', '/articles?page=0', undefined, 400, 'parameter_invalid'],
    ['a cursor of nobody', 'GET', '/contacts?starting_after=abc', undefined, 400, 'client_error'],
    ['an id of nothing', 'GET', '/contacts/nobody', undefined, 404, 'not_found'],
    ['an address of nothing', 'GET', '/nothing/at/all', undefined, 404, 'not_found'],
    ['a method that it does not have', 'PATCH', '/contacts', undefined, 404, 'not_found'],
  ] as const)('%s', async ([, method, path, body, status, code]) => {
    const answer = await call(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(error(code ?? expect.any(String)));
  });

  test('nothing of it changed anything', () => {
    expect(changes()).toEqual([]);
  });

  test('ids are taken as numbers and as text, and formats are not insisted on', async () => {
    for (const admin_id of [Number(cast.admins.maya), cast.admins.maya]) {
      const body = { message_type: 'note', type: 'admin', admin_id, body: 'Seen' };
      expect(await call('POST', `/conversations/${cast.conversations.refund}/reply`, body)).toMatchObject({
        status: 200,
      });
    }
  });
});

describe('the budget', () => {
  test('counts down in windows of ten seconds, and what is over it is refused', async () => {
    const { call, pass } = testSandbox({ rateLimit: 2 });
    const left = async () => {
      const { status, headers } = await call('GET', '/me');
      return [status, ...['limit', 'remaining', 'reset'].map((name) => Number(headers.get(`x-ratelimit-${name}`)))];
    };
    const reset = Date.UTC(2026, 10, 25, 12) / 1000 + 10;
    expect([await left(), await left(), await left()]).toEqual([
      [200, 2, 1, reset],
      [200, 2, 0, reset],
      [429, 2, 0, reset],
    ]);
    expect(await call('GET', '/me', undefined, { authorization: 'Bearer another' })).toMatchObject({ status: 200 });
    expect(await call('GET', '/me')).toMatchObject({ status: 429, body: error('rate_limit_exceeded') });
    pass(10);
    expect((await left())[0]).toBe(200);
  });
});

describe('trouble', () => {
  test('as many fail as was asked for, the same ones each time, and nothing is changed by them', async () => {
    const statuses = async () => {
      const { call, changes } = testSandbox({ fail: 0.3, seed: 7 });
      const seen: number[] = [];
      for (let i = 0; i < 200; i++) seen.push((await call('POST', '/contacts/nobody/archive')).status);
      return { seen, changes: changes() };
    };
    const first = await statuses();
    const failed = first.seen.filter((status) => status >= 500);
    expect(failed.length).toBeGreaterThan(35);
    expect(failed.length).toBeLessThan(85);
    expect(new Set(failed)).toEqual(new Set([500, 502, 503]));
    expect(first.changes).toEqual([]);
    expect(await statuses()).toEqual(first);
  });
});

describe('the state', () => {
  test('is the same for the same seed, and another for another', () => {
    const at = { now: () => 1_780_000_000_000 };
    expect(createSandbox({ seed: 3, ...at }).snapshot()).toEqual(createSandbox({ seed: 3, ...at }).snapshot());
    expect(createSandbox({ seed: 3, ...at }).snapshot()).not.toEqual(createSandbox({ seed: 4, ...at }).snapshot());
  });

  test('changes are told by table, row and place, and a reset undoes them', async () => {
    const { call } = testSandbox();
    await call('PUT', `/contacts/${amara}`, { name: 'Amara D.' });
    const { body } = await call('GET', '/_sandbox/changes');
    expect(body).toContainEqual(
      expect.objectContaining({ table: 'contacts', id: amara, at: 'name', after: 'Amara D.' }),
    );
    expect((await call('POST', '/_sandbox/reset')).body).toEqual({ reset: true });
    expect((await call('GET', '/_sandbox/changes')).body).toEqual([]);
    expect((await call('GET', `/contacts/${amara}`)).body).not.toMatchObject({ name: 'Amara D.' });
  });

  test('over a socket too', async () => {
    await using listening = await listenSandbox(createSandbox());
    const answer = await fetch(`${listening.url}/me`, { headers: { authorization: 'Bearer any' } });
    expect(await answer.json()).toMatchObject({ id: cast.admins.maya });
    const again = listenSandbox(createSandbox(), { port: Number(new URL(listening.url).port) });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

test('a page of another site can neither read the state nor change it', async () => {
  const { call } = testSandbox();
  const own = { origin: 'http://sandbox.test' };
  for (const origin of ['https://elsewhere.example', 'null', 'http://sandbox.test:81'])
    for (const [method, path] of [
      ['GET', 'state'],
      ['GET', 'changes'],
      ['POST', 'reset'],
      ['POST', 'revoke'],
    ] as const)
      expect((await call(method, `/_sandbox/${path}`, undefined, { origin })).status).toBe(403);
  expect((await call('GET', '/_sandbox/changes', undefined, own)).body).toEqual([]);
});
