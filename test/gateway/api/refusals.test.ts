import { describe, expect, test } from 'vitest';
import { testGateway } from '../support/gateway.ts';
import { describedApi } from './support/contract.ts';
import { everything } from './support/fixture.ts';

const gateway = await testGateway();
const api = await describedApi(gateway);
const id = await gateway.account();
const account = `/integrated-account/${id}`;
const { body: server } = await api('POST', `${account}/mcp`, { name: 'Desk' });

type Row = readonly [body: unknown, field: string | undefined, message: string | RegExp];

/** Refused with 400 for this field and reason, and nothing has changed. */
async function refused(method: string, path: string, [body, field, message]: Row) {
  const before = await everything(gateway);
  const answered = await api(method, path, body);
  expect({ ...answered.body.error, status: answered.status }).toEqual({
    status: 400,
    code: expect.stringMatching(/^[a-z_]+$/),
    message: typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message),
    help: expect.stringMatching(/\w/),
    ...(field !== undefined && { field }),
  });
  expect(await everything(gateway)).toEqual(before);
}

const whole: Row[] = [
  [null, undefined, 'must be an object, not null'],
  [[], undefined, 'must be an object, not []'],
  ['text', undefined, 'must be an object'],
  [{ [`x${'y'.repeat(50)}`]: 1 }, expect.anything(), 'xyyy'],
];

const credentials: Row[] = [
  [{ region: 'us', access_token: 5 }, 'access_token', 'must be a string'],
  [{ region: 'us', access_token: ' ' }, 'access_token', 'the token alone'],
  [{ region: 'us', access_token: 'two words' }, 'access_token', 'the token alone'],
  [{ region: 'us', access_token: 'x'.repeat(5000) }, 'access_token', 'at most 4096 characters'],
  [{ region: 'mars', access_token: 'good' }, 'region', /no region "mars"/],
  [{ region: '__proto__', access_token: 'good' }, 'region', /no region/],
  [{ region: 'http://127.0.0.1:9', access_token: 'good' }, 'region', /no region/],
  [{ region: 5, access_token: 'good' }, 'region', 'must be a string'],
  [{ region: 'us', access_token: 'good', api_version: '2.99' }, 'api_version', 'Intercom has no version "2.99"'],
  [{ region: 'us', access_token: 'good', api_version: 2.16 }, 'api_version', 'must be a string'],
  [{ region: 'us', access_token: 'good', label: '  ' }, 'label', 'at least 1 characters'],
  [{ region: 'us', access_token: 'good', label: 'a\u0000b' }, 'label', 'control characters'],
  [{ region: 'us', access_token: 'good', label: 'x'.repeat(201) }, 'label', 'at most 200 characters'],
  [{ region: 'us', access_token: 'good', lable: 'x' }, 'lable', 'unknown'],
  [JSON.parse('{"region": "us", "access_token": "good", "__proto__": {}}'), '__proto__', 'unknown'],
];

describe('POST /integrated-account', () => {
  test.for<Row>([
    ...whole,
    ...credentials,
    [{}, 'region', 'region: it is missing'],
    [{ region: 'us' }, 'access_token', 'is required'],
    [{ region: 'us', credential: {} }, 'access_token', 'is required'],
    [{ region: 'us', credential: { access_token: 'good', key: 'x' } }, 'credential.key', 'takes no "key"'],
    [{ region: 'us', credential: { access_token: 'two\u0000words' } }, 'credential', 'control characters'],
    [{ region: 'us', access_token: 'good', api: 'acme' }, 'api', 'no API "acme"'],
    [{ region: 'us', access_token: 'good', api: '__proto__' }, 'api', 'no API'],
    [{ region: 'us', access_token: 'good', variables: { host: 'x' } }, 'variables.host', 'no such variable'],
  ])('%j', (row) => refused('POST', '/integrated-account', row));
});

describe('PATCH /integrated-account/{id}', () => {
  test.for<Row>([
    ...whole,
    ...credentials,
    [{}, undefined, 'names what to change'],
    [{ region: null }, 'region', 'null'],
  ])('%j', (row) => refused('PATCH', account, row));
});

test.for([
  { region: 'us', access_token: 'a secret token' },
  { region: 'us', access_token: ['secret'] },
  { region: 'us', access_token: 'secret'.repeat(1000) },
  { region: 'us', label: { access_token: 'secret' } },
  { region: 'mars', access_token: 'secret' },
  [{ access_token: 'secret' }],
])('a token is not repeated in the refusal of %j', async (body) => {
  for (const [method, path] of [
    ['POST', '/integrated-account'],
    ['PATCH', account],
  ] as const) {
    const answered = await api(method, path, body);
    expect(answered.status).toBe(400);
    expect(JSON.stringify(answered.body)).not.toContain('secret');
  }
});

function config(given: unknown, field: string, message: string | RegExp): Row {
  return [{ name: 'X', config: given }, `config${field}`, message];
}

function expires(expires_at: unknown, message: string): Row {
  return [{ name: 'X', expires_at }, 'expires_at', message];
}

/** The same with what an API token needs. */
function forAll([body, field, message]: Row): Row {
  return [{ ...Object(body), integrated_account_id: null }, field, message];
}

const NOW = 'now is 2026-11-25T12:00:00.000Z';

const views: Row[] = [
  [{ name: 'X', expire_at: null }, 'expire_at', 'unknown'],
  [{ name: '' }, 'name', 'at least 1 characters'],
  [{ name: 5 }, 'name', 'must be a string'],
  [{ name: 'a\nb' }, 'name', 'control characters'],
  config(null, '', 'must be an object'),
  config([], '', 'must be an object'),
  config({ method: ['read'] }, '.method', 'unknown'),
  config({ methods: [] }, '.methods', 'a list of at least 1'),
  config({ tags: [] }, '.tags', 'a list of at least 1'),
  config({ tools: [] }, '.tools', 'a list of at least 1'),
  config({ methods: 'read' }, '.methods', 'must be an array, not "read"'),
  config({ methods: ['read', 5] }, '.methods[1]', 'must be a string'),
  config({ methods: ['read', 'wirte'] }, '.methods[1]', 'Did you mean "write"?'),
  config({ methods: ['list_all_intercom_contact'] }, '.methods[0]', 'Did you mean "list_all_intercom_contacts"'),
  config({ methods: ['__proto__'] }, '.methods[0]', 'unknown'),
  config({ tags: ['contact'] }, '.tags[0]', 'Did you mean "contacts"'),
  config({ tags: ['constructor'] }, '.tags[0]', 'unknown'),
  config({ tools: ['list_all_intercom_contact'] }, '.tools[0]', 'Did you mean "list_all_intercom_contacts"'),
  config({ methods: ['delete'], tags: ['admins'] }, '', 'no tool has one of these methods and one of these tags'),
  config(
    { tools: ['create_a_intercom_contact'] },
    '.tools[0]',
    /is a write of the class create, which methods or tags/,
  ),
  config({ require_api_token_auth: 'true' }, '.require_api_token_auth', 'must be a boolean, not "true"'),
  config({ confirm: 'always' }, '.confirm', 'one of "never", "destructive", "write"'),
  config({ mode: 'programs' }, '.mode', 'one of "list", "discovery", "code"'),
  config({ discovery: 1 }, '.discovery', 'must be a boolean'),
  config({ discovery: true, mode: 'list' }, '.discovery', 'mode says "list": leave discovery out'),
  config({ code_calls: 1001 }, '.code_calls', 'at most 1000'),
  config({ rate_limit: { requests: 0, seconds: 1 } }, '.rate_limit.requests', 'at least 1'),
  config({ rate_limit: { requests: 1, seconds: 1.5 } }, '.rate_limit.seconds', 'must be an integer'),
  config({ rate_limit: { requests: 1, seconds: 86_401 } }, '.rate_limit.seconds', 'at most 86400'),
  config({ rate_limit: { requests: 1 } }, '.rate_limit.seconds', 'is required'),
  config({ rate_limit: { requests: 1, seconds: 1, burst: 2 } }, '.rate_limit.burst', 'unknown'),
  expires('2026-11-25T11:59:59Z', `2026-11-25T11:59:59Z is in the past; ${NOW}`),
  expires('2026-11-25T12:00:00Z', `is in the past; ${NOW}`),
  expires('2026-11-25T12:59:00+01:00', `is in the past; ${NOW}`),
  expires('2026-11-25T12:00:00.001Z', `must be at least 60 seconds from now; ${NOW}`),
  expires('2026-11-25T12:00:59Z', `must be at least 60 seconds from now; ${NOW}`),
  expires('2026-11-25T12:00:59.999Z', `must be at least 60 seconds from now; ${NOW}`),
  expires('9999-12-31T23:59:59-01:00', 'before the year 10000'),
  expires('2027-01-31T09:00:00', 'must be an ISO date-time'),
  expires('2027-02-30T09:00:00Z', 'must be an ISO date-time'),
  expires('2027-01-31', 'must be an ISO date-time'),
  expires('tomorrow', 'must be an ISO date-time'),
  expires(1_893_456_000, 'must be a string'),
];

describe('POST /integrated-account/{id}/mcp', () => {
  test.for<Row>([...whole, ...views, [{}, 'name', 'is required'], config({ methods: null }, '.methods', 'null')])(
    '%j',
    (row) => refused('POST', `${account}/mcp`, row),
  );
});

describe('PATCH /integrated-account/{id}/mcp/{mcp_id}', () => {
  test.for<Row>([...whole, ...views, [{}, undefined, 'names what to change'], [{ name: null }, 'name', 'null']])(
    '%j',
    (row) => refused('PATCH', `${account}/mcp/${server.id}`, row),
  );
});

describe('POST /api-token', () => {
  test.for<Row>([
    ...whole,
    [{ integrated_account_id: null }, 'name', 'is required'],
    [{ name: 'X' }, 'integrated_account_id', 'is required'],
    [{ name: 'X', integrated_account_id: null, token: 'mine' }, 'token', 'unknown'],
    [{ name: 'X', integrated_account_id: 5 }, 'integrated_account_id', 'must be a string'],
    [{ name: 'X', integrated_account_id: 'none' }, 'integrated_account_id', 'no integrated account "none"'],
    [{ name: 'X', integrated_account_id: '\u0000' }, 'integrated_account_id', 'no integrated account'],
    forAll(expires('2026-11-25T11:59:59Z', 'is in the past')),
    forAll(expires('2026-11-25T12:00:59Z', 'must be at least 60 seconds from now')),
  ])('%j', (row) => refused('POST', '/api-token', row));
});

describe('queries', () => {
  const lists = ['/integrated-account', `${account}/mcp`, `${account}/audit`, '/api-token'];
  const pages = lists.flatMap((path) =>
    [
      ['limit=0', 'limit', 'at least 1'],
      ['limit=101', 'limit', 'at most 100'],
      ['limit=-1', 'limit', 'at least 1'],
      ['limit=1.5', 'limit', 'must be an integer'],
      ['limit=many', 'limit', 'must be a number'],
      ['limit=', 'limit', 'at least 1'],
      ['limit=1&limit=2', 'limit', 'must be a number'],
      ['next_cursor=zzz', 'next_cursor', 'no cursor of this list'],
      ['next_cursor=', 'next_cursor', 'no cursor of this list'],
      ['cursor=x', 'cursor', 'unknown'],
      ['__proto__=x', '__proto__', 'unknown'],
    ].map(([query = '', field = '', message = '']) => [`${path}?${query}`, field, message] as const),
  );
  const usage = [
    ['from=2026-11-31', 'from', 'must be an ISO date'],
    ['to=yesterday', 'to', 'must be an ISO date'],
    ['to=2026-11-25T00:00:00Z', 'to', 'must be an ISO date'],
    ['from=2026-11-25&to=2026-11-24', 'from', '2026-11-25 is after 2026-11-24'],
    ['from=2026-12-01', 'from', 'is after 2026-11-25'],
    ['from=2025-01-01&to=2026-11-25', 'from', 'at most 366'],
    ['day=2026-11-25', 'day', 'unknown'],
  ].map(([query = '', field = '', message = '']) => [`${account}/usage?${query}`, field, message] as const);
  test.for([...pages, ...usage])('GET %s', ([path, field, message]) =>
    refused('GET', path, [undefined, field, message]),
  );
});
