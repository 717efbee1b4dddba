import { expect, test } from 'vitest';
import { answerRules } from '../../../../intercom/answer-rules.ts';
import { intercom } from '../../../../intercom/catalog.ts';
import { createClient } from '../../../../intercom/client.ts';
import { labelledTypes } from '../../../../runtime/code/words/labelled-types.ts';
import { isRecord } from '../../../../runtime/value/value.ts';
import { createSandbox } from '../../../../sandbox/index.ts';

const sandbox = createSandbox({ strict: true, rateLimit: 1_000_000 });
const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch: sandbox.fetch });
const { types: plain, answers } = await intercom.answerTypes();
const types = labelledTypes(plain, intercom.profile.names ?? { shown: {} });

async function call(name: string, args: Readonly<Record<string, unknown>>): Promise<unknown> {
  const tool = await intercom.loadTool(name);
  if (tool === undefined) throw new Error(`${name} is no tool`);
  return client.call(tool, args, { shape: 'complete' });
}

/** The members of an object type, each with its own type. */
function membersOf(text: string): Map<string, string> {
  const members = new Map<string, string>();
  let depth = 0;
  let start = 2;
  for (let at = 2; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if ('{[(<'.includes(letter)) depth += 1;
    const ends = depth === 0 && (letter === ';' || at === text.length - 1);
    if ('}])>'.includes(letter)) depth -= 1;
    if (!ends) continue;
    const [, key = '', type = ''] = /^\s*"?([^":?]+?)"?\??: (.*)$/s.exec(text.slice(start, at).trim()) ?? [];
    if (key !== '') members.set(key, type.trim());
    start = at + 1;
  }
  return members;
}

/** What an answer has that its type does not name, or has otherwise than it says: its places, without what says nothing. */
function strange(value: unknown, type: string, place: string): string[] {
  const text = type.replace(/ \| null$/, '');
  if (value === null || value === undefined || text === 'unknown') return [];
  const page = /^Page<(.*?)>(?: & \{.*\})?$/.exec(text)?.[1];
  const [base = text, ...more] = text.split(' & ');
  const known = types[base] ?? base;
  if (page !== undefined) {
    const items = isRecord(value) && Array.isArray(value.result) ? value.result : [];
    return items.length === 0
      ? [`${place} is empty`]
      : items.slice(0, 5).flatMap((item) => strange(item, page, `${place}[]`));
  }
  if (base === 'Time')
    return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? [] : [`${place} is no time`];
  if (base.endsWith('[]'))
    return Array.isArray(value)
      ? value.slice(0, 5).flatMap((item) => strange(item, base.slice(0, -2).replace(/^\((.*)\)$/, '$1'), `${place}[]`))
      : [`${place} is no list`];
  if (!known.startsWith('{')) {
    const kinds = known
      .split(' | ')
      .map((one) => (one.startsWith('"') ? 'string' : /^(?:Record|object)/.test(one) ? 'object' : one));
    return kinds.includes(typeof value) || kinds.includes('unknown')
      ? []
      : [`${place} is ${typeof value}, not ${known}`];
  }
  if (!isRecord(value) || (known.includes('} | {') && more.length === 0))
    return isRecord(value) ? [] : [`${place} is no object`];
  const entry = /^\{ \[key: string\]: (.*) \}$/.exec(known)?.[1];
  if (entry !== undefined)
    return Object.entries(value).flatMap(([key, part]) =>
      saysNothing(key) ? [] : strange(part, entry, `${place}.${key}`),
    );
  const members = new Map([known, ...more].flatMap((part) => [...membersOf(part)]));
  const isOpen = members.has('[more');
  return Object.entries(value).flatMap(([key, part]) => {
    const own = members.get(key);
    if (own !== undefined) return strange(part, own, `${place}.${key}`);
    return isOpen || saysNothing(key) ? [] : [`${place}.${key} is not named`];
  });
}

const { always, prefixes, inLists } = answerRules.noise;

function saysNothing(key: string): boolean {
  const isNoise = always.has(key) || inLists.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
  return isNoise || ['type', 'untrusted'].includes(key) || /_(?:total|has_more)$/.test(key);
}

const created = { query: { field: 'created_at', operator: '>', value: '2020-01-01' }, limit: 5 };

test('answers of the sample workspace have what their types name, and nothing that says something beside it', async () => {
  const found: string[] = [];
  const check = async (name: string, args: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const answer = await call(name, args);
    found.push(...strange(answer, answers[name] ?? 'unknown', name));
    return answer;
  };
  const firstId = (answer: unknown): unknown => {
    const [item]: readonly unknown[] = isRecord(answer) && Array.isArray(answer.result) ? answer.result : [];
    return isRecord(item) ? item.id : undefined;
  };
  const conversation_id = firstId(await check('list_all_intercom_search_conversations', created));
  await check('get_single_intercom_conversation_by_id', { conversation_id });
  const contact_id = firstId(await check('list_all_intercom_search_contacts', created));
  await check('get_single_intercom_contact_by_id', { contact_id });
  const ticket_id = firstId(await check('list_all_intercom_search_tickets', created));
  await check('get_single_intercom_ticket_by_id', { ticket_id });
  await check('update_a_intercom_ticket_by_id', { ticket_id, open: true });
  await check('list_all_intercom_articles_search', { phrase: 'password' });
  const admin_id = firstId(await check('list_all_intercom_admins', {}));
  const reply = { conversation_id, admin_id, type: 'admin', message_type: 'note', body: 'Seen' };
  await check('intercom_conversations_reply', reply);
  for (const name of [
    'companies_list',
    'teams',
    'tags',
    'segments',
    'ticket_types',
    'help_center_collections',
    'articles',
  ])
    await check(`list_all_intercom_${name}`, {});
  expect([...new Set(found)].sort()).toEqual([]);
});
