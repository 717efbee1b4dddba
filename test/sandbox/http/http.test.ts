import { describe, expect, test } from 'vitest';
import { createSandbox, listenSandbox } from '../../../sandbox/index.ts';
import { contacts } from '../../../sandbox/model/people.ts';
import { cast } from '../../../sandbox/sample/cast.ts';
import { testSandbox } from '../support/sandbox.ts';

const { amara } = cast.contacts;

const id = expect.stringMatching(/^[0-9a-f-]{36}$/);
function list(code: string, field?: string) {
  return {
    type: 'error.list',
    request_id: id,
    errors: [{ code, message: expect.any(String), ...(field !== undefined && { field }) }],
  };
}

describe('a request that the contract does not allow is refused as its operation refuses', () => {
  const { call, changes } = testSandbox();
  const message = expect.stringMatching(/./);
  test.for([
    ['POST', '/fin/csat', {}, 422, { errors: { conversation_id: message } }],
    ['POST', '/fin/csat', { conversation_id: '1', rating: 'nice' }, 422, { errors: { rating: message } }],
    ['GET', '/messages/status', undefined, 400, { type: 'error', request_id: id, message: 'ruleset_id is required' }],
    [
      'GET',
      '/messages/status?ruleset_id=1&per_page=many',
      undefined,
      400,
      { type: 'error', request_id: id, message: 'per_page must be integer' },
    ],
    [
      'GET',
      '/messages/status?ruleset_id=1&starting_after=abc',
      undefined,
      400,
      { type: 'error', request_id: id, message },
    ],
    ['GET', '/messages/whatsapp/status', undefined, 400, { type: 'error', request_id: id, message }],
    ['POST', '/phone_call_redirects', {}, 400, { error_key: 'parameter_not_found', message }],
    ['POST', '/audiences', {}, 422, list('validation_error', 'name')],
    ['POST', '/export/reporting_data/enqueue', {}, 400, list('bad_request', 'attribute_ids')],
    ['POST', '/fin/start', {}, 400, list('parameter_invalid', 'conversation_id')],
    ['POST', '/conversations/attributes/1/options', {}, 422, list('parameter_invalid', 'label')],
    ['POST', '/help_center/collections', {}, 400, list('parameter_not_found', 'name')],
    ['POST', '/contacts/merge', {}, 400, list('parameter_not_found', 'from')],
  ] as const)('%s %s %j', async ([method, path, body, status, answer]) => {
    expect(await call(method, path, body)).toMatchObject({ status });
    expect((await call(method, path, body)).body).toEqual(answer);
    expect(changes()).toEqual([]);
  });
});

describe('headers', () => {
  const { call, fetch } = testSandbox();
  test.for([
    ['GET', '/me', 200, {}],
    ['HEAD', '/me', 200, {}],
    ['OPTIONS', '/me', 404, {}],
    ['GET', '/no/such/address', 404, {}],
    ['GET', '/contacts/..%2f..%2fme', 404, {}],
    ['GET', '/me', 400, { 'intercom-version': '9.9' }],
    ['POST', '/contacts', 400, {}],
  ] as const)('%s %s: whoever may ask learns what is left, and which request it was', async ([...given]) => {
    const [method, path, status, more] = given;
    const answer = await call(method, path, undefined, more);
    expect(answer.status).toBe(status);
    expect(Number(answer.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0);
    const requestId = answer.headers.get('x-request-id');
    expect(requestId).toEqual(id);
    if (status >= 400) expect(answer.body).toMatchObject({ request_id: requestId });
  });

  test('a stranger learns nothing of the budget, at no address', async () => {
    for (const path of ['/me', '/no/such/address']) {
      const answer = await fetch(new Request(`http://sandbox.test${path}`));
      expect(answer.status).toBe(401);
      expect(answer.headers.get('x-ratelimit-limit')).toBeNull();
    }
  });

  test('an error of the sandbox itself has them too', async () => {
    const sandbox = testSandbox();
    sandbox.workspace.table = () => {
      throw new Error('no table');
    };
    const answer = await sandbox.call('GET', '/admins');
    expect(answer).toMatchObject({ status: 500, body: list('sandbox_error') });
    expect(answer.headers.get('x-ratelimit-remaining')).not.toBeNull();
  });
});

describe('a body', () => {
  const large = JSON.stringify({ name: 'x'.repeat(11 * 1024 * 1024) });
  const headers = { authorization: 'Bearer any' };

  test('of more than 10 MiB is refused, over a socket too', async () => {
    const sandbox = testSandbox();
    const inProcess = await sandbox.fetch(
      new Request('http://sandbox.test/contacts', { method: 'POST', headers, body: large }),
    );
    expect(inProcess.status).toBe(413);
    await using listening = await listenSandbox(sandbox);
    const answer = await fetch(`${listening.url}/contacts`, { method: 'POST', headers, body: large });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual(list('client_error'));
    expect(sandbox.changes()).toEqual([]);
  });

  test('cannot set a prototype', async () => {
    const { fetch, workspace } = testSandbox();
    const body = '{"custom_attributes":{"plan":"Pro","\\u005f_proto__":{"polluted":true}}}';
    const url = `http://sandbox.test/contacts/${amara}`;
    expect((await fetch(new Request(url, { method: 'PUT', headers, body }))).status).toBe(200);
    const kept = contacts(workspace).get(amara)?.custom_attributes ?? {};
    expect(kept).toMatchObject({ plan: 'Pro' });
    expect(Object.keys(kept)).not.toContain('__proto__');
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
  });
});

test('of a parameter that stands there twice the last one counts', async () => {
  const { call } = testSandbox();
  expect(await call('GET', '/articles?page=1&page=2')).toMatchObject({ body: { pages: { page: 2 } } });
  expect(await call('GET', '/contacts?per_page=1&per_page=3')).toMatchObject({ body: { pages: { per_page: 3 } } });
});

describe('time', () => {
  test('a request that waits meets the workspace as it is when its turn comes', async () => {
    const { call, reset, snapshot } = testSandbox({ latency: 20 });
    const waiting = call('PUT', `/contacts/${amara}`, { name: 'Amara D.' });
    reset();
    expect(await waiting).toMatchObject({ status: 200 });
    expect(snapshot().contacts?.[amara]).toMatchObject({ name: 'Amara D.' });
  });

  test('nothing is left open after it was closed, and a second time does no harm', async () => {
    const { url, close } = await listenSandbox(createSandbox());
    await fetch(`${url}/me`, { headers: { authorization: 'Bearer any' } });
    await close();
    await close();
    await expect.poll(() => process.getActiveResourcesInfo()).not.toContain('TCPServerWrap');
    await expect(fetch(`${url}/me`)).rejects.toThrow();
  });

  test('a reset gives the whole budget back', async () => {
    const { call, reset } = testSandbox({ rateLimit: 1 });
    await call('GET', '/me');
    expect(await call('GET', '/me')).toMatchObject({
      status: 429,
      body: { errors: [{ message: 'Exceeded rate limit of 1 in 10_seconds' }] },
    });
    reset();
    expect(await call('GET', '/me')).toMatchObject({ status: 200 });
  });
});

test('a workspace of nobody cannot be made', () => {
  for (const scale of [0, -1, Number.NaN]) expect(() => createSandbox({ scale })).toThrow(RangeError);
});
