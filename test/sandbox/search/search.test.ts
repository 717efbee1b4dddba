import { describe, expect, test } from 'vitest';
import { calendarDay } from '../../../sandbox/search/calendar-day.ts';
import { compileSearch, type SearchContext } from '../../../sandbox/search/index.ts';
import { emails } from '../../support/people.ts';
import { and, filter, or, type Row, reader, type SearchName, tables } from './support/search-tables.ts';

function at(iso: string): number {
  return Date.parse(iso) / 1000;
}

/** The names of the rows that a query finds. */
function found(
  name: SearchName,
  query: unknown,
  rows: Readonly<Record<string, Row>>,
  context?: Partial<SearchContext>,
): string[] {
  const test = compileSearch(tables[name], query, { timezone: 'UTC', ...context });
  return Object.keys(rows).filter((key) => test(reader(rows[key] ?? {})));
}

const conversations: Readonly<Record<string, Row>> = {
  refund: {
    id: '104857392',
    created_at: 1000,
    state: 'open',
    open: true,
    admin_assignee_id: null,
    tag_ids: ['7', '8'],
    contact_ids: ['5f7f0d217289f8d2f4262080'],
    'source.body': '<p>I need <b>sup</b>port &amp; a refund.</p><p>Don&#39;t wait!</p>',
    'source.subject': '<p>Re: Invoice 42</p>',
    'source.author.email': 'Rosa@ElmGarage.example',
    'statistics.count_reopens': 2,
    'statistics.last_admin_reply_at': null,
    priority: 'high',
  },
  login: {
    id: '104857393',
    created_at: 2000,
    state: 'closed',
    open: false,
    admin_assignee_id: 12,
    team_assignee_id: 5,
    tag_ids: [8],
    contact_ids: [],
    'source.body': '<p>Cannot log in</p>',
    'source.subject': 'Login',
    'source.author.email': emails.jonas,
    'statistics.count_reopens': 0,
    'statistics.last_admin_reply_at': 1500,
    priority: 'none',
  },
  call: { id: '104857394', created_at: '3000', state: 'snoozed', open: true, admin_assignee_id: 0, tag_ids: [] },
};

describe('conversations', () => {
  test.each<[name: string, query: unknown, rows: string[]]>([
    ['a text', filter('state', '=', 'open'), ['refund']],
    ['without regard to case', filter('state', '=', 'OPEN'), ['refund']],
    ['a part of a text does not equal it', filter('state', '=', 'ope'), []],
    ['another text', filter('state', '!=', 'open'), ['login', 'call']],
    ['not equal finds rows without a value', filter('priority', '!=', 'high'), ['login', 'call']],
    ['one of', filter('state', 'IN', ['open', 'snoozed']), ['refund', 'call']],
    ['none of, with rows without a value', filter('priority', 'NIN', ['high', 'low']), ['login', 'call']],
    ['contains', filter('source.author.email', '~', 'elmgarage'), ['refund']],
    [
      'does not contain, with rows without a value',
      filter('source.author.email', '!~', 'ELMGARAGE'),
      ['login', 'call'],
    ],
    ['starts with', filter('source.author.email', '^', 'rosa@'), ['refund']],
    ['starts with does not find within', filter('source.author.email', '^', 'elmgarage'), []],
    ['ends with', filter('source.author.email', '$', '.EXAMPLE'), ['refund', 'login']],
    ['ends with does not find within', filter('source.author.email', '$', 'elmgarage'), []],
    ['an id as text', filter('id', '=', '104857392'), ['refund']],
    ['an id as number', filter('id', '=', 104857392), ['refund']],
    ['an id of a list, whose ids are texts or numbers', filter('tag_ids', '=', '8'), ['refund', 'login']],
    ['an id of a list as number', filter('tag_ids', '=', 7), ['refund']],
    ['not in a list', filter('tag_ids', '!=', '7'), ['login', 'call']],
    ['one of in a list', filter('tag_ids', 'IN', ['9', '7']), ['refund']],
    ['none of in a list', filter('tag_ids', 'NIN', ['9', '7']), ['login', 'call']],
    ['contains in a list', filter('contact_ids', '~', '5F7F'), ['refund']],
    ['contains in no element of a list', filter('contact_ids', '!~', '5f7f'), ['login', 'call']],
    ['an empty list has no value', filter('tag_ids', '=', null), ['call']],
    ['a lone boolean', filter('open', '=', true), ['refund', 'call']],
    ['a boolean as text', filter('open', '=', 'false'), ['login']],
    ['any boolean', filter('open', 'IN', [true, false]), ['refund', 'login', 'call']],
    ['nobody, which rows have as null or 0', filter('admin_assignee_id', '=', 0), ['refund', 'call']],
    ['nobody as text', filter('admin_assignee_id', '=', '0'), ['refund', 'call']],
    ['nobody as null', filter('admin_assignee_id', '=', null), ['refund', 'call']],
    ['no team', filter('team_assignee_id', '=', 0), ['refund', 'call']],
    ['somebody', filter('admin_assignee_id', '!=', 0), ['login']],
    ['somebody or nobody', filter('admin_assignee_id', 'IN', [0, '12']), ['refund', 'login', 'call']],
    ['neither this one nor nobody', filter('admin_assignee_id', 'NIN', [12, 0]), []],
    ['nobody is neither more nor less', filter('admin_assignee_id', '<', 13), ['login']],
    ['no value', filter('statistics.last_admin_reply_at', '=', null), ['refund', 'call']],
    ['a value', filter('statistics.last_admin_reply_at', '!=', null), ['login']],
    ['no value is not before', filter('statistics.last_admin_reply_at', '<', 9999), ['login']],
    ['no value is not after', filter('statistics.last_admin_reply_at', '>', 0), ['login']],
    ['> takes in the value', filter('statistics.count_reopens', '>', 2), ['refund']],
    ['< takes in the value', filter('statistics.count_reopens', '<', 0), ['login']],
    ['>= a count', filter('statistics.count_reopens', '>=', '1'), ['refund']],
    ['<= a count', filter('statistics.count_reopens', '<=', 1), ['login']],
    ['a date equals to the second', filter('created_at', '=', 2000), ['login']],
    ['a date as text, and a row with text', filter('created_at', '>', '2001'), ['call']],
    ['>= a date', filter('created_at', '>=', 2000), ['login', 'call']],
    ['<= a date', filter('created_at', '<=', 2000), ['refund', 'login']],
    ['another date', filter('created_at', '!=', 2000), ['refund', 'call']],
    ['one of dates', filter('created_at', 'IN', [1000, '3000']), ['refund', 'call']],
    ['a word of the body, over a tag', filter('source.body', '=', 'Support'), ['refund']],
    ['a word before a full stop', filter('source.body', '=', 'refund'), ['refund']],
    ['a word with an apostrophe', filter('source.body', '=', "don't"), ['refund']],
    ['two words equal no word', filter('source.body', '=', 'need support'), []],
    ['two words are not equal to any body', filter('source.body', '!=', 'log in'), ['refund', 'login', 'call']],
    ['a part of a word equals none', filter('source.body', '=', 'refun'), []],
    ['one of words', filter('source.body', 'IN', ['log', 'refund']), ['refund', 'login']],
    ['none of words', filter('source.body', 'NIN', ['log', 'need support']), ['refund', 'call']],
    ['the body contains, over tags and entities', filter('source.body', '~', 'support & a'), ['refund']],
    ['paragraphs are apart', filter('source.body', '~', "refund. don't"), ['refund']],
    ['tags are no text', filter('source.body', '~', '<p>'), []],
    ['the body begins with', filter('source.body', '^', 'cannot log'), ['login']],
    ['the body ends with', filter('source.body', '$', 'wait!'), ['refund']],
    ['a subject is compared as a whole', filter('source.subject', '=', 're: invoice 42'), ['refund']],
    ['a subject is HTML', filter('source.subject', '^', 'Re:'), ['refund']],
    ['and', and(filter('open', '=', true), filter('tag_ids', '=', '7')), ['refund']],
    ['or', or(filter('state', '=', 'closed'), filter('tag_ids', '=', '7')), ['refund', 'login']],
    [
      'groups and filters in a group',
      and(filter('open', '=', true), or(filter('state', '=', 'snoozed'), filter('priority', '=', 'high'))),
      ['refund', 'call'],
    ],
    ['fifteen filters', or(...Array.from({ length: 15 }, (_, id) => filter('tag_ids', '=', id))), ['refund', 'login']],
    ['a null field is none', { field: null, ...and(filter('open', '=', false)) }, ['login']],
  ])('%s', (_, query, rows) => {
    expect(found('conversations', query, conversations)).toEqual(rows);
  });
});

describe('whole days of contacts', () => {
  const days: Readonly<Record<string, Row>> = {
    'last second of the 30th': { created_at: at('2026-01-31T04:59:59Z') },
    'first second of the 31st': { created_at: at('2026-01-31T05:00:00Z') },
    'last second of the 31st': { created_at: String(at('2026-02-01T04:59:59Z')) },
    'first second of the 1st': { created_at: at('2026-02-01T05:00:00Z') },
    never: { created_at: null },
  };
  const noon = at('2026-01-31T17:00:00Z');

  test.each<[operator: string, value: unknown, rows: string[]]>([
    ['=', noon, ['first second of the 31st', 'last second of the 31st']],
    ['=', String(noon), ['first second of the 31st', 'last second of the 31st']],
    ['=', at('2026-01-31T05:00:00Z'), ['first second of the 31st', 'last second of the 31st']],
    ['=', at('2026-01-31T04:59:59Z'), ['last second of the 30th']],
    ['=', at('2026-02-01T04:59:59.5Z'), ['first second of the 31st', 'last second of the 31st']],
    ['>', noon, ['first second of the 1st']],
    ['<', noon, ['last second of the 30th']],
    ['=', null, ['never']],
  ])('%s %s in New York', (operator, value, rows) => {
    expect(found('contacts', filter('created_at', operator, value), days, { timezone: 'America/New_York' })).toEqual(
      rows,
    );
  });

  test('the example of the description', () => {
    const query = filter('created_at', '>', 1577869200);
    const rows = {
      before: { created_at: at('2020-01-01T23:59:59Z') },
      after: { created_at: at('2020-01-02T00:00:00Z') },
    };
    expect(found('contacts', query, rows)).toEqual(['after']);
  });

  test('only where the search says so, in words or by having no other operators', () => {
    const query = filter('created_at', '>', noon);
    const exactly = compileSearch({ ...tables.contacts, wholeDays: false }, query, { timezone: 'UTC' });
    const cut = compileSearch({ ...tables.conversations, wholeDays: true }, query, { timezone: 'UTC' });
    const row = reader({ created_at: noon + 1 });
    expect([exactly(row), cut(row)]).toEqual([true, false]);
  });

  test.each<[name: string, moment: string, timezone: string, hours: number]>([
    ['an hour is missing', '2026-03-08T12:00:00Z', 'America/New_York', 23],
    ['an hour comes twice', '2026-11-01T12:00:00Z', 'America/New_York', 25],
    ['midnight is missing', '2018-11-04T12:00:00Z', 'America/Sao_Paulo', 23],
    ['the hour before midnight comes twice', '2018-02-17T12:00:00Z', 'America/Sao_Paulo', 25],
    ['half an hour is missing', '2026-10-04T01:00:00Z', 'Australia/Lord_Howe', 23.5],
    ['a day is missing after it', '2011-12-30T09:00:00Z', 'Pacific/Apia', 24],
    ['long ago', '1970-01-01T00:00:00Z', 'Asia/Kolkata', 24],
  ])('%s', (_, moment, timezone, hours) => {
    const { start, end } = calendarDay(at(moment), timezone);
    const dayOf = (second: number) => new Date(second * 1000).toLocaleDateString('sv-SE', { timeZone: timezone });
    expect((end - start) / 3600).toBe(hours);
    expect([dayOf(start), dayOf(end - 1)]).toEqual([dayOf(at(moment)), dayOf(at(moment))]);
    expect(dayOf(start - 1) < dayOf(start) && dayOf(end) > dayOf(start)).toBe(true);
  });
});

describe('attributes of the workspace', () => {
  const plans: Readonly<Record<string, Row>> = {
    pro: { 'custom_attributes.plan': 'Pro', 'custom_attributes.seats': 5, 'custom_attributes.vip': true },
    free: { 'custom_attributes.plan': 'free', 'custom_attributes.seats': '12', 'custom_attributes.vip': false },
    none: { 'custom_attributes.since': at('2026-01-31T10:00:00Z') },
  };
  const types: Readonly<Record<string, 'integer' | 'date' | 'boolean'>> = {
    'custom_attributes.seats': 'integer',
    'custom_attributes.since': 'date',
    'custom_attributes.vip': 'boolean',
  };
  const attributeType = (field: string) => types[field];

  test.each<[name: string, query: unknown, rows: string[]]>([
    ['a text', filter('custom_attributes.plan', '=', 'pro'), ['pro']],
    ['a part of a text', filter('custom_attributes.plan', '~', 'r'), ['pro', 'free']],
    ['not a text', filter('custom_attributes.plan', '!=', 'pro'), ['free', 'none']],
    ['a number, strictly more', filter('custom_attributes.seats', '>', 5), ['free']],
    ['a number, strictly less', filter('custom_attributes.seats', '<', 12), ['pro']],
    ['a number or more', filter('custom_attributes.seats', '>=', 5), ['pro', 'free']],
    ['a number as text', filter('custom_attributes.seats', '=', '5'), ['pro']],
    ['a boolean as text', filter('custom_attributes.vip', '=', 'true'), ['pro']],
    ['a boolean', filter('custom_attributes.vip', 'IN', [false]), ['free']],
  ])('%s, with its type and without', (_, query, rows) => {
    expect(found('contacts', query, plans)).toEqual(rows);
    expect(found('contacts', query, plans, { attributeType })).toEqual(rows);
  });

  test('a date is a number until its type is known', () => {
    const query = filter('custom_attributes.since', '<', at('2026-01-31T12:00:00Z'));
    expect(found('contacts', query, plans)).toEqual(['none']);
    expect(found('contacts', query, plans, { attributeType })).toEqual([]);
  });

  test('of tickets, by id', () => {
    const rows = { one: { 'ticket_attribute.123': 'High' }, two: { 'ticket_attribute.123': 'low' }, three: {} };
    expect(found('tickets', filter('ticket_attribute.123', '=', 'high'), rows)).toEqual(['one']);
  });
});

test('tickets: the assignee is text, and nobody is 0 there too', () => {
  const rows = { nobody: { admin_assignee_id: 0 }, none: {}, anna: { admin_assignee_id: 12 } };
  expect(found('tickets', filter('admin_assignee_id', '=', '0'), rows)).toEqual(['nobody', 'none']);
  expect(found('tickets', filter('admin_assignee_id', '!=', 0), rows)).toEqual(['anna']);
  expect(found('tickets', filter('admin_assignee_id', '~', '0'), rows)).toEqual([]);
  expect(found('tickets', filter('admin_assignee_id', '=', '12'), rows)).toEqual(['anna']);
});
