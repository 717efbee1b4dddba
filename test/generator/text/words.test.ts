import { describe, expect, test } from 'vitest';
import { camelCase, isPlural, singular, snakeCase, titleCase } from '../../../generator/text/words.ts';

describe('singular', () => {
  test.each<[string, string]>([
    ['tickets', 'ticket'],
    ['ticket', 'ticket'],
    ['companies', 'company'],
    ['ticket_types', 'ticket_type'],
    ['statuses', 'status'],
    ['boxes', 'box'],
    ['quizzes', 'quiz'],
    ['branches', 'branch'],
    ['wishes', 'wish'],
    ['classes', 'class'],
    ['addresses', 'address'],
    ['articles', 'article'],
    ['people', 'person'],
    ['young_people', 'young_person'],
    ['children', 'child'],
    ['indices', 'index'],
    ['news', 'news'],
    ['status', 'status'],
    ['series', 'series'],
    ['access', 'access'],
    ['analysis', 'analysis'],
    ['data', 'data'],
    ['ties', 'tie'],
    ['s', 's'],
    ['to_us', 'to_us'],
    ['aliases', 'alias'],
    ['', ''],
  ])('%s -> %s', (given, want) => {
    expect(singular(given)).toBe(want);
    expect(isPlural(given)).toBe(given !== want);
  });
});

describe('cases of names', () => {
  test.each<[string, { snake: string; camel: string; title: string }]>([
    ['Help Center', { snake: 'help_center', camel: 'helpCenter', title: 'Help center' }],
    ['getPetById', { snake: 'get_pet_by_id', camel: 'getPetById', title: 'Get pet by id' }],
    ['SearchContacts', { snake: 'search_contacts', camel: 'searchContacts', title: 'Search contacts' }],
    ['HTTPServer', { snake: 'http_server', camel: 'httpServer', title: 'Http server' }],
    ['user-id', { snake: 'user_id', camel: 'userId', title: 'User id' }],
    ['__init__', { snake: 'init', camel: 'init', title: 'Init' }],
    ['Café', { snake: 'cafe', camel: 'cafe', title: 'Cafe' }],
    ['2fa codes', { snake: '2fa_codes', camel: '_2faCodes', title: '2fa codes' }],
    ['你好', { snake: 'ni_hao', camel: 'niHao', title: 'Ni hao' }],
    ['!?', { snake: '', camel: '', title: '' }],
  ])('%s', (given, { snake, camel, title }) => {
    expect(snakeCase(given)).toBe(snake);
    expect(camelCase(given)).toBe(camel);
    expect(titleCase(given)).toBe(title);
  });
});
