import { expect, test } from 'vitest';
import { actorWords } from '../../../../dashboard/pages/audit/actor.ts';

test.each([
  ['admin_key:k1', 'Night shift', { name: 'Night shift', kind: 'admin key' }],
  ['api_token:t1', null, { name: 't1', kind: 'API token' }],
  ['oauth_client:c:1', '<b>Bot</b>', { name: '<b>Bot</b>', kind: 'OAuth client' }],
  ['url', null, { name: 'By the URL' }],
  ['anyone', null, { name: 'Anyone' }],
  // Of another version, and hostile.
  ['robot:7', null, { name: 'robot:7' }],
  ['constructor:7', null, { name: 'constructor:7' }],
  ['toString', null, { name: 'toString' }],
])('%s, called %j', (actor, actor_name, words) => {
  expect(actorWords({ actor, actor_name })).toEqual(words);
});
