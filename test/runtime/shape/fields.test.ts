import { describe, expect, test } from 'vitest';
import { pickFields } from '../../../runtime/shape/index.ts';
import { rosa } from '../../support/people.ts';
import { shapeResult } from '../../support/shape-answer.ts';

const get = {
  name: 'get_single_intercom_contact_by_id',
  tags: ['contacts'],
  access: 'read',
  response: 'json',
  fields: true,
} as const;
const search = {
  ...get,
  name: 'list_all_intercom_search_contacts',
  pagination: { style: 'cursor', items: 'data' },
} as const;

const contact = {
  type: 'contact',
  id: 'c1',
  workspace_id: 'w1',
  name: rosa.name,
  email: rosa.email,
  android_device: 'Pixel',
  avatar: { type: 'avatar', image_url: 'https://example.com/a.png' },
  last_seen_at: 1_780_000_000,
  phone: null,
  social_profiles: { data: [{ type: 'social_profile', name: 'X', url: 'https://example.com/x' }] },
  tags: {
    type: 'list',
    data: [
      { id: 't1', type: 'tag', url: '/tags/t1', name: 'vip' },
      { id: 't2', type: 'tag', url: '/tags/t2', name: 'late' },
    ],
    total_count: 12,
    has_more: true,
  },
  companies: { type: 'list', data: [], total_count: 0, has_more: false },
  custom_attributes: { plan: 'pro', note: null, html: '<b>x</b>', nested: {} },
};
function without(shaped: unknown, ...keys: string[]) {
  return Object.fromEntries(Object.entries(Object(shaped)).filter(([key]) => !keys.includes(key)));
}

describe('one thing', () => {
  test('without fields: everything but noise', async () => {
    expect(without(await shapeResult(get, contact), 'untrusted')).toEqual({
      id: 'c1',
      name: rosa.name,
      email: rosa.email,
      avatar: { image_url: 'https://example.com/a.png' },
      last_seen_at: '2026-05-28T20:26:40Z',
      social_profiles: [{ name: 'X', url: 'https://example.com/x' }],
      tags: [
        { id: 't1', name: 'vip' },
        { id: 't2', name: 'late' },
      ],
      tags_total: 12,
      custom_attributes: { plan: 'pro', note: null, html: '<b>x</b>', nested: {} },
    });
  });

  test.each<[string[], object]>([
    [['name'], { id: 'c1', name: rosa.name }],
    [['tags.name'], { id: 'c1', tags: [{ name: 'vip' }, { name: 'late' }], tags_total: 12 }],
    [['tags.data.name'], { id: 'c1', tags: [{ name: 'vip' }, { name: 'late' }] }],
    [['tags.t2.name'], { id: 'c1', tags: [{ id: 't2', name: 'late' }], tags_total: 12 }],
    [['workspace_id', 'android_device'], { id: 'c1', workspace_id: 'w1', android_device: 'Pixel' }],
    [['type', ' email '], { id: 'c1', type: 'contact', email: rosa.email }],
    [['custom_attributes.plan'], { id: 'c1', custom_attributes: { plan: 'pro' } }],
    [['phone'], { id: 'c1', phone: null }],
    [['telephone', 'name'], { id: 'c1', name: rosa.name, absent_fields: ['telephone'] }],
    [['__proto__', 'constructor'], { id: 'c1', absent_fields: ['__proto__', 'constructor'] }],
  ])('%j', async (fields, expected) => {
    expect(without(await shapeResult(get, contact, { fields }), 'untrusted')).toEqual(expected);
  });

  test('* shows noise as well, + adds to what is shown anyway', async () => {
    expect(await shapeResult(get, contact, { fields: ['*'] })).toMatchObject({
      workspace_id: 'w1',
      type: 'contact',
      android_device: 'Pixel',
    });
    expect(await shapeResult(get, contact, { fields: ['+workspace_id'] })).toMatchObject({
      name: rosa.name,
      workspace_id: 'w1',
    });
  });

  test('no field asked for is as without fields', async () => {
    expect(await shapeResult(get, contact, { fields: ['', ' '] })).toEqual(await shapeResult(get, contact));
  });
});

describe('a list', () => {
  const page = { result: [contact], next_cursor: null, total_count: 1 };

  test('shows summaries and names what else there is', async () => {
    const shaped = Object(await shapeResult(search, page));
    expect(shaped.result[0]).toMatchObject({
      id: 'c1',
      email: rosa.email,
      custom_attributes: contact.custom_attributes,
    });
    expect(shaped.result[0]).not.toHaveProperty('social_profiles');
    expect(shaped.more_fields).toEqual(['social_profiles']);
    expect(shaped.total_count).toBe(1);
  });

  test.each<[string[], object]>([
    [['email'], { id: 'c1', email: rosa.email }],
    [
      ['social_profiles.name', 'tags.name'],
      { id: 'c1', social_profiles: [{ name: 'X' }], tags: [{ name: 'vip' }, { name: 'late' }], tags_total: 12 },
    ],
    [['custom_attributes'], { id: 'c1', custom_attributes: contact.custom_attributes }],
  ])('%j of every item', async (fields, expected) => {
    expect(Object(await shapeResult(search, page, { fields })).result).toEqual([expected]);
  });

  test('+ adds to the summaries', async () => {
    const { result, more_fields } = Object(await shapeResult(search, page, { fields: ['+social_profiles'] }));
    expect(result[0]).toMatchObject({ email: rosa.email, social_profiles: [{ name: 'X' }] });
    expect(more_fields).toBeUndefined();
  });
});

describe('long texts', () => {
  const body = Array.from({ length: 9_000 }, (_, at) => `${at} `.padStart(6, '0'))
    .join('')
    .trim();
  const article = { type: 'article', id: '7', title: 'Long', body: `<p>${body}</p>`, body_markdown: body };
  const tool = { ...get, name: 'get_single_intercom_article_by_id', tags: ['articles'] } as const;

  test('are cut, and the marker leads through the whole of them', async () => {
    let seen = '';
    let fields: string[] | undefined;
    for (let calls = 0; calls < 10; calls += 1) {
      const shaped = Object(await shapeResult(tool, article, { fields }));
      expect(JSON.stringify(shaped).length).toBeLessThanOrEqual(40_000);
      const [, text = '', rest, next] =
        /^(.*?)(?:…\[\+(\d+) characters: fields \["([^"]+)"\]\])?$/s.exec(shaped.body) ?? [];
      seen += text;
      if (next === undefined) break;
      expect(seen.length + Number(rest)).toBe(body.length);
      fields = [next];
    }
    expect(seen).toBe(body);
  });

  test('a body is shown once, as Markdown; the same in Markdown of the API comes when it is asked for', async () => {
    const both = { ...article, body: '<p><b>x</b></p>', body_markdown: '__x__' };
    expect(await shapeResult(tool, both)).toEqual({ id: '7', title: 'Long', body: '**x**' });
    expect(await shapeResult(tool, both, { fields: ['body_markdown'] })).toEqual({ id: '7', body_markdown: '__x__' });
    expect(await shapeResult(tool, { ...both, body: '' })).toEqual({ id: '7', title: 'Long', body_markdown: '__x__' });
  });

  test('are never cut within a character', async () => {
    const shaped = await shapeResult(search, { result: [{ id: '1', note: '😀'.repeat(400) }], next_cursor: null });
    expect(JSON.stringify(shaped)).not.toMatch(/\\ud8/);
  });
});

describe('raw answers', () => {
  test.each<[object, unknown, string[] | undefined, unknown]>([
    [get, contact, undefined, contact],
    [get, contact, ['*'], contact],
    [
      get,
      contact,
      ['email', 'tags.name'],
      {
        id: 'c1',
        email: rosa.email,
        tags: { type: 'list', data: [{ name: 'vip' }, { name: 'late' }], total_count: 12, has_more: true },
      },
    ],
    [
      search,
      { result: [contact], next_cursor: 'n' },
      ['last_seen_at'],
      { result: [{ id: 'c1', last_seen_at: 1_780_000_000 }], next_cursor: 'n' },
    ],
  ])('%#', (tool, output, fields, expected) => {
    expect(pickFields(tool, output, fields)).toEqual(expected);
  });
});
