import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../runtime/http/errors.ts';
import { readRateLimit, readRetryAfter } from '../../../runtime/http/rate-limit.ts';
import { type Reply, record, TOKEN } from '../../support/recorder.ts';
import { detachTag, getThing, listThings, replyToThing } from '../../support/sample-tools.ts';

function list(...errors: object[]) {
  return { type: 'error.list', request_id: 'req-1', errors };
}
const html = { 'content-type': 'text/html' };

describe('an error answer', () => {
  test.each<[string, Reply, Partial<ApiError>, RegExp]>([
    [
      'error.list',
      { status: 404, body: list({ code: 'not_found', message: 'User Not Found', field: 'user_id' }) },
      {
        code: 'not_found',
        field: 'user_id',
        requestId: 'req-1',
        message: 'HTTP 404: not_found (user_id) User Not Found',
      },
      /^Check the ids/,
    ],
    [
      'error.list with several entries',
      {
        status: 422,
        body: list({ code: 'parameter_invalid', message: 'a' }, { code: 'parameter_missing', field: 'b' }),
      },
      {
        code: 'parameter_invalid',
        field: undefined,
        message: 'HTTP 422: parameter_invalid a; parameter_missing (b)',
        errors: [
          { code: 'parameter_invalid', message: 'a' },
          { code: 'parameter_missing', field: 'b' },
        ],
      },
      /^Correct the arguments/,
    ],
    [
      'a map of fields',
      { status: 422, body: { errors: { rating: 'must be 1 to 5', remark: ['is long', 'is odd'] } } },
      { code: 'http_422', field: 'rating', message: 'HTTP 422: (rating) must be 1 to 5; (remark) is long, is odd' },
      /^Correct rating as the message says/,
    ],
    [
      'a lone error',
      { status: 500, body: { type: 'error', request_id: 'req-2', message: 'Something broke' } },
      { code: 'http_500', requestId: 'req-2', message: 'HTTP 500: Something broke' },
      /^Call again in a little while/,
    ],
    [
      'an error_key',
      { status: 400, body: { error_key: 'invalid_phone', message: 'No such number' } },
      { code: 'invalid_phone', message: 'HTTP 400: invalid_phone No such number' },
      /^Correct the arguments/,
    ],
    ['an error_key alone', { status: 422, body: { error_key: 'x' } }, { code: 'x', message: 'HTTP 422: x' }, /./],
    [
      'an empty list of errors',
      { status: 400, body: list() },
      { code: 'http_400', requestId: 'req-1', message: 'HTTP 400: no message' },
      /./,
    ],
    [
      'an HTML page',
      {
        status: 502,
        headers: { ...html, 'x-request-id': 'req-3' },
        body: '<!DOCTYPE html><title>Bad\n Gateway</title><h1>x',
      },
      { code: 'http_502', requestId: 'req-3', message: 'HTTP 502: Bad Gateway' },
      /^Call again/,
    ],
    [
      'an HTML page without a title',
      { status: 503, headers: html, body: '<html>' },
      { message: 'HTTP 503: an HTML page' },
      /./,
    ],
    ['plain text', { status: 400, body: ' nope\n' }, { message: 'HTTP 400: nope' }, /./],
    ['nothing', { status: 500 }, { code: 'http_500', errors: [], message: 'HTTP 500: no message' }, /./],
    ['null', { status: 500, body: 'null' }, { errors: [{ message: 'null' }] }, /./],
    ['a long text', { status: 400, body: 'x'.repeat(9999) }, { message: `HTTP 400: ${'x'.repeat(500)}…` }, /./],
    [
      'odd types',
      { status: 400, body: { errors: [null, 7, { code: {}, message: [] }], message: {} } },
      { message: 'HTTP 400: 7' },
      /./,
    ],
    ['an unknown version', { status: 400, body: list({ code: 'intercom_version_invalid' }) }, {}, /^Use another tool/],
    [
      'a refused token',
      { status: 401, body: list({ code: 'unauthorized' }) },
      {},
      /^Ask for a valid credential of Intercom/,
    ],
    ['a missing scope', { status: 403, body: list({ code: 'forbidden' }) }, {}, /^Ask an admin/],
    [
      'a merged contact',
      {
        status: 410,
        headers: { link: '<https://api.intercom.io/contacts/abc123>; rel="alternate"' },
        body: list({ code: 'contact_merged' }),
      },
      { code: 'contact_merged' },
      /^Use the id abc123 instead/,
    ],
  ])('as %s', async (_, reply, expected, help) => {
    await using server = await record(() => reply);
    const error = await failure(server.client.call(getThing, { thing_id: 1 }));
    expect(error).toMatchObject({ ...expected, status: reply.status });
    expect(error.help).toMatch(help);
    expect(server.requests).toHaveLength(1);
  });

  test('of a write says to look before trying again', async () => {
    await using server = await record(() => ({ status: 500 }));
    const error = await failure(server.client.call(replyToThing, { thing_id: 1, admin_id: 2, body: 'x' }));
    expect(error.help).toMatch(/^Check whether the change was made/);
    expect(server.requests).toHaveLength(1);
  });

  test('of a tool without an answer is read all the same', async () => {
    await using server = await record(() => ({
      status: 404,
      body: list({ code: 'tag_not_found', message: 'Tag not found' }),
    }));
    const error = await failure(server.client.call(detachTag, { thing_id: 1, tag_id: 2 }));
    expect(error.code).toBe('tag_not_found');
  });

  test('never repeats the token', async () => {
    await using server = await record(() => ({
      status: 401,
      body: list({ code: TOKEN, message: `Bad token ${TOKEN}` }),
    }));
    const error = await failure(server.client.call(getThing, { thing_id: 1 }));
    expect(`${error.message}${error.help}${JSON.stringify(error)}`).not.toContain(TOKEN);
    expect(error.message).toContain('Bad token [token]');
  });

  test.each([
    ['a header', { 'retry-after': '12' }, 12],
    ['the rate limit', { 'x-ratelimit-reset': String(Date.UTC(2026, 0, 1) / 1000 + 4) }, 4],
    ['both', { 'retry-after': '12', 'x-ratelimit-reset': '0' }, 12],
    ['neither', {}, undefined],
  ])('429 says from %s how long to wait', async (_, headers, retryAfter) => {
    const body = list({ code: 'rate_limit_exceeded', message: 'Exceeded rate limit of 167 in 10_seconds' });
    await using server = await record(() => ({
      status: 429,
      headers: { date: 'Thu, 01 Jan 2026 00:00:00 GMT', ...headers },
      body,
    }));
    const error = await failure(server.client.call(getThing, { thing_id: 1 }));
    expect(error.retryAfter).toBe(retryAfter);
    expect(error.help).toBe(`Wait ${retryAfter ?? 10} seconds, then call again: the rate limit is used up.`);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a scroll that fails', () => {
  const scroll = listThings({ style: 'scroll', items: 'data' });

  test.each([404, 500])('with %i on a later page has expired', async (status) => {
    await using server = await record(({ query }) =>
      query.has('scroll_param') ? { status } : { body: { data: [1], scroll_param: 's' } },
    );
    const { next_cursor } = await server.client.call(scroll, {});
    const error = await failure(server.client.call(scroll, { next_cursor }));
    expect(error.help).toMatch(/^Start again without next_cursor/);
  });

  test('because another is open says to wait', async () => {
    await using server = await record(() => ({
      status: 400,
      body: list({ code: 'scroll_exists', message: 'scroll already exists' }),
    }));
    expect((await failure(server.client.call(scroll, {}))).help).toMatch(/^Wait a minute/);
  });
});

test('a cursor that the API refuses says to start again', async () => {
  const message =
    'Invalid starting_after param. Please try again using a starting_after value from a paginated response';
  await using server = await record(({ query }) => {
    if (query.has('starting_after')) return { status: 400, body: list({ code: 'client_error', message }) };
    return { body: { data: [1], pages: { next: { starting_after: 'x' } } } };
  });
  const tool = listThings({ style: 'cursor', items: 'data' });
  const { next_cursor } = await server.client.call(tool, {});
  expect((await failure(server.client.call(tool, { next_cursor }))).help).toMatch(/^Start again without next_cursor/);
});

describe('the rate limit', () => {
  const now = Date.UTC(2026, 0, 1);
  const seconds = now / 1000;
  test.each([
    [
      'is in seconds to wait',
      { 'x-ratelimit-limit': '167', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${seconds + 9}` },
      { limit: 167, remaining: 0, reset: 9 },
    ],
    ['is never negative', { 'x-ratelimit-reset': `${seconds - 9}` }, { reset: 0 }],
    [
      'counts from the clock of the server',
      { date: 'Thu, 01 Jan 2026 01:00:00 GMT', 'x-ratelimit-reset': `${seconds + 3605}` },
      { reset: 5 },
    ],
    [
      'leaves nonsense out',
      { 'x-ratelimit-limit': 'many', 'x-ratelimit-remaining': '-1', 'x-ratelimit-reset': '' },
      undefined,
    ],
    ['may be missing', {}, undefined],
  ])('%s', (_, headers, expected) => {
    expect(readRateLimit(new Headers(headers as Record<string, string>), now)).toEqual(expected);
  });

  test.each([
    ['3', 3],
    ['0.2', 1],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
  ])('Retry-After %s', (value, expected) => {
    expect(readRetryAfter(new Headers({ 'retry-after': value }), now)).toBe(expected);
  });
});

async function failure(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw new Error(`no ApiError but ${String(error)}`);
}
