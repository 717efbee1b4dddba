import { describe, expect, test } from 'vitest';
import { adviseOnError } from '../../intercom/advice.ts';
import { catalog, loadTool } from '../../intercom/catalog.ts';
import { howToFind, kindOfArgument, kindOfWords } from '../../intercom/finders.ts';
import type { ErrorSituation } from '../../runtime/profile/advice.ts';
import { called } from './support/called.ts';

const names = new Set(catalog.map(({ name }) => name));

describe('an id that names nothing leads to the tool that finds it', () => {
  test.each<[string, ErrorSituation, string]>([
    [
      'in the path',
      {
        status: 404,
        code: 'not_found',
        message: 'User Not Found',
        ...called('get_single_intercom_contact_by_id', { contact_id: 'x' }),
      },
      'Correct contact_id: no such contact exists, or the token may not see it.',
    ],
    [
      'of two, the one that the code names',
      {
        status: 404,
        code: 'tag_not_found',
        message: 'Tag not found',
        ...called('intercom_articles_attach_tag', { article_id: 1, tag_id: 'VIP' }),
      },
      'Correct tag_id: no such tag exists, or the token may not see it. Find tags with list_all_intercom_tags.',
    ],
    [
      'of two, where nothing is said',
      {
        status: 404,
        code: 'not_found',
        message: 'Resource Not Found',
        ...called('intercom_contacts_attach_tag', { contact_id: 'x', tag_id: 'y' }),
      },
      'Correct contact_id or tag_id: one of them does not exist',
    ],
    [
      'in a body, with another status',
      {
        status: 400,
        code: 'parameter_not_found',
        message: 'author_id: Admin not found',
        field: 'author_id',
        ...called('create_a_intercom_article', { author_id: 1 }),
      },
      'Correct author_id: no such admin exists, or the token may not see it. Find admins with list_all_intercom_admins.',
    ],
    [
      'within an argument',
      {
        status: 400,
        code: 'parameter_invalid',
        message: 'There is no contact 1',
        field: 'to.id',
        ...called('create_a_intercom_message', { to: [{ type: 'user', id: '1' }], from: { type: 'admin', id: 2 } }),
      },
      'Correct to.id: no such contact exists',
    ],
    [
      'of an assignee',
      {
        status: 404,
        code: 'assignee_not_found',
        message: 'Assignee not found',
        ...called('update_a_intercom_ticket_by_id', { ticket_id: '1', assignee_id: 'Anna' }),
      },
      'Correct assignee_id: no such assignee exists, or the token may not see it. Find admins with list_all_intercom_admins. Find teams with list_all_intercom_teams.',
    ],
    [
      'that is deleted perhaps',
      {
        status: 404,
        code: 'not_found',
        message: 'Tag not found',
        ...called('delete_a_intercom_tag_by_id', { tag_id: '1' }),
      },
      'Correct tag_id: no such tag exists, is gone already, or',
    ],
  ])('%s', (_, situation, words) => {
    expect(adviseOnError(situation)?.slice(0, words.length)).toBe(words);
  });

  test.each<[string, ErrorSituation]>([
    [
      'a message about something else',
      {
        status: 400,
        code: 'parameter_invalid',
        message: 'body is blank',
        ...called('intercom_conversations_reply', { conversation_id: '1' }),
      },
    ],
    ['no call', { status: 400, message: 'Admin not found' }],
    [
      'another status',
      { status: 500, message: 'Admin not found', ...called('get_single_intercom_admin_by_id', { admin_id: 1 }) },
    ],
  ])('but not %s', (_, situation) => {
    expect(adviseOnError(situation) ?? '').not.toMatch(/no such/);
  });

  test('hostile messages are taken as they come', () => {
    const message = `${'a_'.repeat(250)} not found`;
    for (const code of ['__proto___not_found', 'constructor_not_found', `${'x'.repeat(5000)}_not_found`])
      expect(
        adviseOnError({ status: 404, code, message, ...called('get_single_intercom_admin_by_id', { admin_id: 1 }) }),
      ).toMatch(/^Correct admin_id: no such admin/);
    expect(kindOfWords('__proto__')).toBeUndefined();
    expect(kindOfArgument('toString', 'constructor')).toBeUndefined();
  });

  test('every id in the path of a tool has a kind, and every kind is found by tools that exist', async () => {
    const unknown: string[] = [];
    for (const { name, inputSchema, path } of catalog) {
      const properties = Object.keys(inputSchema.properties ?? {});
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id);
      const tool = await loadTool(name);
      const ids = [
        ...inPath.map((id) => (properties.includes(id) ? id : (tool?.alias ?? ''))),
        ...properties.filter((id) => /_ids?$/.test(id)),
      ];
      for (const id of ids) if (id !== '' && kindOfArgument(name, id) === undefined) unknown.push(`${name}.${id}`);
    }
    // Ids of one's own system, of programs, and of what no tool tells of.
    expect([...new Set(unknown.map((one) => one.split('.')[1]))].toSorted()).toEqual([
      'client_id',
      'external_id',
      'ruleset_id',
      'token_ids',
    ]);
    const texts = catalog.flatMap(({ name, inputSchema }) =>
      Object.keys(inputSchema.properties ?? {}).flatMap((id) => {
        const kind = kindOfArgument(name, id);
        return kind === undefined ? [] : [howToFind(kind)];
      }),
    );
    const named = texts.flatMap((text) => text.match(/[a-z_]*intercom_[a-z_]+/g) ?? []);
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter((one) => !names.has(one))).toEqual([]);
  });
});
