import { describe, expect, test } from 'vitest';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { type Classification, classify } from '../../../generator/plan/classify.ts';
import { nameOperations } from '../../../generator/plan/name.ts';
import { answer, description } from '../support/fixture.ts';

function classified(line: string, operation: object = {}, groups: Record<string, string[]> = {}): Classification {
  const [method = '', path = ''] = line.split(' ');
  const { api } = normalize(description({ [path]: { [method.toLowerCase()]: operation } }), 'acme');
  const [only] = nameOperations(api).api.operations;
  if (!only) throw new Error(`${line} is no operation`);
  return classify(only, groups);
}

const read = { readOnlyHint: true };
const list = { responses: answer({ type: 'array' }) };

describe('class, access, destructive, annotations', () => {
  test.each<[string, { given: object; want: [string, string, boolean, object] }]>([
    ['GET /pets', { given: list, want: ['list', 'read', false, read] }],
    ['GET /pets/{id}', { given: {}, want: ['get', 'read', false, read] }],
    ['GET /pets/search', { given: list, want: ['list', 'read', false, read] }],
    ['POST /pets/search', { given: {}, want: ['list', 'read', false, read] }],
    ['POST /pets/list', { given: {}, want: ['list', 'read', false, read] }],
    ['POST /pets', { given: {}, want: ['create', 'write', false, { destructiveHint: false }] }],
    [
      'PUT /pets/{id}',
      { given: {}, want: ['update', 'write', false, { destructiveHint: false, idempotentHint: true }] },
    ],
    ['PATCH /pets/{id}', { given: {}, want: ['update', 'write', false, { destructiveHint: false }] }],
    [
      'DELETE /pets/{id}',
      { given: {}, want: ['delete', 'write', true, { destructiveHint: true, idempotentHint: true }] },
    ],
    ['POST /pets/{id}/reply', { given: {}, want: ['action', 'write', false, { destructiveHint: false }] }],
    ['POST /pets/{id}/archive', { given: {}, want: ['action', 'write', true, { destructiveHint: true }] }],
    ['POST /pets/{id}/unarchive', { given: {}, want: ['action', 'write', false, { destructiveHint: false }] }],
    ['POST /pets/{id}/block', { given: {}, want: ['action', 'write', true, { destructiveHint: true }] }],
    ['POST /archive', { given: {}, want: ['create', 'write', false, { destructiveHint: false }] }],
    ['POST /pets/merge', { given: {}, want: ['action', 'write', true, { destructiveHint: true }] }],
    ['POST /pets/{id}/bulkRemove', { given: {}, want: ['action', 'write', true, { destructiveHint: true }] }],
    ['POST /jobs/cancel/{id}', { given: {}, want: ['action', 'write', true, { destructiveHint: true }] }],
    [
      'PUT /pets/{id}/away',
      { given: {}, want: ['action', 'write', false, { destructiveHint: false, idempotentHint: true }] },
    ],
  ])('%s', (line, { given, want }) => {
    const { class: kind, access, destructive, annotations } = classified(line, given);
    expect([kind, access, destructive, annotations]).toEqual(want);
  });

  test.each<[string, { given: [string, object]; want: [string, string, boolean, object] }]>([
    [
      'a class',
      { given: ['POST /pets', { class: 'action' }], want: ['action', 'write', false, { destructiveHint: false }] },
    ],
    ['a read by POST', { given: ['POST /pets/look', { class: 'get' }], want: ['get', 'read', false, read] }],
    [
      'a GET that writes',
      { given: ['GET /pets', { access: 'write' }], want: ['get', 'write', false, { destructiveHint: false }] },
    ],
    [
      'destructive',
      {
        given: ['PUT /pets/{id}', { destructive: true, idempotent: false }],
        want: ['update', 'write', true, { destructiveHint: true }],
      },
    ],
    [
      'not destructive',
      {
        given: ['DELETE /pets/{id}', { destructive: false }],
        want: ['delete', 'write', false, { destructiveHint: false, idempotentHint: true }],
      },
    ],
    [
      'a read is never destructive',
      { given: ['GET /pets', { destructive: true }], want: ['get', 'read', false, read] },
    ],
  ])('an overlay says: %s', (_name, { given: [line, facts], want }) => {
    const { class: kind, access, destructive, annotations } = classified(line, { 'x-mcp': facts });
    expect([kind, access, destructive, annotations]).toEqual(want);
  });
});

describe('tags', () => {
  test('slugs of the tags once each, then the groups that hold any of them', () => {
    const { tags } = classified(
      'GET /pets',
      { tags: ['Help Center', 'help-center', '!', 'Pets'] },
      { zoo: ['pets', 'cages'], office: ['desks'], pets: ['pets'] },
    );
    expect(tags).toEqual(['help_center', 'pets', 'zoo']);
  });

  test('an operation without tags', () => {
    expect(classified('GET /pets', {}, { zoo: ['pets'] }).tags).toEqual([]);
  });
});
