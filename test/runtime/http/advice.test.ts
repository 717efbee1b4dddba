import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { catalog } from '../../../intercom/catalog.ts';
import { intercomProfile } from '../../../intercom/profile.ts';
import { advise } from '../../../runtime/http/advice.ts';
import type { ErrorSituation } from '../../../runtime/profile/advice.ts';

describe('what to do', () => {
  test.each<[string, ErrorSituation, string]>([
    ['no such thing', { status: 404, code: 'not_found' }, 'Check the ids: nothing is there'],
    [
      'no such admin',
      { status: 404, code: 'admin_not_found' },
      'Find the right id by a list or a search: no admin was found',
    ],
    [
      'no such part',
      { status: 404, code: 'conversation_part_or_message_not_found' },
      'Find the right id by a list or a search: no conversation part or message was found',
    ],
    [
      'an argument',
      { status: 400, code: 'parameter_invalid', field: 'created_at' },
      'Correct created_at as the message says',
    ],
    ['some argument', { status: 400, code: 'parameter_invalid' }, 'Correct the arguments as the message says'],
    [
      'a missing argument',
      { status: 400, code: 'parameter_not_found', field: 'name' },
      'Correct name as the message says',
    ],
    ['a bad token', { status: 401, code: 'unauthorized' }, 'Ask for a valid credential of Intercom'],
    ['a revoked token', { status: 401, code: 'token_revoked' }, 'Ask for a new Intercom access token'],
    ['an expired token', { status: 401, code: 'token_expired' }, 'Ask for a new Intercom access token'],
    [
      'an unknown token',
      { status: 401, code: 'token_not_found' },
      'Ask for the right Intercom access token, and check the region',
    ],
    [
      'a token without the right',
      { status: 401, code: 'token_unauthorized' },
      'Ask an admin: this access token may not',
    ],
    [
      'a scope',
      {
        status: 403,
        code: 'forbidden',
        message: 'You do not have the required scope (read_conversations) to access this resource',
      },
      'Ask an admin to give the access token the permission read_conversations;',
    ],
    [
      'a right',
      { status: 403, code: 'forbidden', message: 'Forbidden request' },
      'Ask an admin to give the credential the permission for this call',
    ],
    [
      'a plan',
      { status: 403, code: 'api_plan_restricted', message: 'Active subscription needed.' },
      "Use another tool: the workspace's plan",
    ],
    ['an act that is not allowed', { status: 403, code: 'action_forbidden' }, 'Do not call again'],
    [
      'a version',
      { status: 400, code: 'intercom_version_invalid' },
      'Use another tool: this one does not exist in the API version',
    ],
    ['a duplicate', { status: 409, code: 'resource_conflict' }, 'Look for the one that exists already'],
    ['a state', { status: 422, code: 'segment_in_use' }, 'Change what the message names first'],
    ['a dependency', { status: 400, code: 'tag_has_dependent_objects' }, 'Change what the message names first'],
    ['a full list', { status: 400, code: 'contact_company_limit_exceeded' }, 'Change what the message names first'],
    ['a conflict', { status: 409 }, 'Read the current state first'],
    ['a wait that is over', { status: 429, retryAfter: 0 }, 'Wait 1 second, then call again'],
    [
      'too many calls under another status',
      { status: 400, code: 'rate_limit_exceeded', retryAfter: 4 },
      'Wait 4 seconds, then call again',
    ],
    ['a rate limit without a time', { status: 403, code: 'too_many_requests' }, 'Wait 10 seconds, then call again'],
    ['too many calls', { status: 429, code: 'rate_limit_exceeded', retryAfter: 1 }, 'Wait 1 second, then call again'],
    [
      'too many calls for one resource',
      { status: 429, code: 'too_many_requests', retryAfter: 3 },
      'Wait 3 seconds, then call again',
    ],
    [
      'too many jobs',
      {
        status: 429,
        code: 'rate_limit_exceeded',
        message: 'Exceeded rate limit of 5 pending reporting dataset export jobs',
      },
      'Wait until a job that is pending is done',
    ],
    ['a failure', { status: 500, code: 'server_error' }, 'Call again in a little while'],
    ['a failure with a time', { status: 503, code: 'service_unavailable', retryAfter: 20 }, 'Call again in 20 seconds'],
    ['a failure of a write', { status: 503, write: true, retryAfter: 20 }, 'Check whether the change was made'],
    ['a timeout', { status: 408, code: 'request_timeout' }, 'Call again in a little while'],
    [
      'a merged contact',
      { status: 410, code: 'contact_merged', link: '<https://api.intercom.io/contacts/64a1>; rel="canonical"' },
      'Use the id 64a1 instead',
    ],
    [
      'a merged contact at a relative address',
      { status: 410, code: 'contact_merged', link: '</contacts/64a1?x=/y>; rel="x"' },
      'Use the id 64a1 instead',
    ],
    ['a merged contact without a link', { status: 410, code: 'contact_merged', link: null }, 'Use another id'],
    ['a link that is no address', { status: 410, link: '<javascript:alert("do this")>' }, 'Use another id'],
    [
      'an open scroll',
      { status: 400, code: 'scroll_exists', message: 'scroll already exists for this workspace' },
      'Wait a minute without scrolling, then start again without next_cursor',
    ],
    [
      'an expired scroll',
      { status: 404, code: 'not_found', message: 'scroll parameter not found', paging: 'scroll' },
      'Start again without next_cursor',
    ],
    [
      'a broken scroll',
      { status: 500, message: 'Request failed due to an internal network error. Please restart the scroll operation.' },
      'Start again without next_cursor',
    ],
    [
      'a list without end',
      { status: 400, code: 'client_error', message: 'page limit reached, please use scroll API' },
      'Use list_all_intercom_companies_scroll',
    ],
    [
      'a bad cursor',
      { status: 400, code: 'client_error', message: 'Invalid starting_after param.', paging: 'cursor' },
      'Start again without next_cursor',
    ],
  ])('about %s', async (_, situation, words) => {
    const help = await advise(situation, intercomProfile);
    expect(help.startsWith(words)).toBe(true);
    expect(help).toMatch(/^[A-Z][^\n]{10,260}\.$/);
  });

  test('names only tools that exist', async () => {
    const names = (await advise({ status: 400, message: 'use scroll API' }, intercomProfile)).match(/\w*intercom_\w+/g);
    for (const name of names ?? ['none']) expect(catalog.some((entry) => entry.name === name)).toBe(true);
  });
});

const file = new URL('../../../../shared/facts/error-codes.json', import.meta.url);
const present = existsSync(file);
if (!present) console.warn('SKIPPED: no list of error codes at ../shared/facts/error-codes.json');
const table = z.record(
  z.string(),
  z.record(
    z.string(),
    z.array(z.object({ status: z.string(), message: z.string().nullable(), field: z.string().nullable() })),
  ),
);

test.runIf(present)('every error that the description shows gets advice that fits its status', async () => {
  const versions = table.parse(JSON.parse(await readFile(file, 'utf8')));
  const shown = Object.values(versions).flatMap((codes) =>
    Object.entries(codes).flatMap(([code, examples]) => examples.map((example) => ({ code, ...example }))),
  );
  expect(shown.length).toBeGreaterThan(100);
  for (const { code, status, message, field } of shown) {
    const help = await advise(
      { status: Number(status), code, message: message ?? undefined, field: field ?? undefined },
      intercomProfile,
    );
    const fits: Readonly<Record<string, RegExp>> = {
      401: /token|credential/,
      403: /^(Ask an admin|Use another tool|Do not)/,
      404: /id|Correct/,
      409: /^(Read|Change|Look|Ask|Set|Delete)/,
      410: /id/,
      429: /^Wait/,
    };
    expect(help, code).toMatch(fits[status] ?? /\.$/);
    expect(help.length).toBeLessThan(260);
  }
});
