import { describe, expect, test } from 'vitest';
import type { Api } from '../../../generator/ir/ir.ts';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { nameOperations } from '../../../generator/plan/name.ts';
import { answer, apiOf, description } from '../support/fixture.ts';

function namesOf(api: Api): string[] {
  return nameOperations(api).api.operations.map(({ names }) => names.tool);
}

describe('the rule, a path at a time', () => {
  // A later line may stand for what else the API has.
  test.each<[string, { given: string[]; want: string }]>([
    ['a collection', { given: ['GET /tickets list'], want: 'list_all_acme_tickets' }],
    ['one of it', { given: ['GET /tickets/{id}'], want: 'get_single_acme_ticket_by_id' }],
    ['a new one', { given: ['POST /tickets'], want: 'create_a_acme_ticket' }],
    ['a change by PUT', { given: ['PUT /tickets/{id}'], want: 'update_a_acme_ticket_by_id' }],
    ['a change by PATCH', { given: ['PATCH /tickets/{id}'], want: 'update_a_acme_ticket_by_id' }],
    ['a removal', { given: ['DELETE /tickets/{id}'], want: 'delete_a_acme_ticket_by_id' }],
    ['a search by POST', { given: ['POST /tickets/search'], want: 'list_all_acme_search_tickets' }],
    ['a search by GET', { given: ['GET /articles/search'], want: 'list_all_acme_articles_search' }],
    ['an action', { given: ['POST /tickets/{id}/reply'], want: 'acme_tickets_reply' }],
    ['an action on the collection', { given: ['POST /tickets/merge'], want: 'acme_tickets_merge' }],
    ['a scroll', { given: ['GET /companies/scroll'], want: 'list_all_acme_companies_scroll' }],
    ['a list by POST', { given: ['POST /companies/list'], want: 'list_all_acme_companies_list' }],
    ['a collection below one', { given: ['GET /contacts/{id}/notes list'], want: 'list_all_acme_contact_notes' }],
    ['a new one below one', { given: ['POST /contacts/{id}/notes'], want: 'create_a_acme_contact_note' }],
    ['a single thing', { given: ['GET /me'], want: 'get_single_acme_me' }],
    [
      'a single thing below one',
      { given: ['GET /calls/{id}/recording'], want: 'get_single_acme_call_recording_by_id' },
    ],
    ['a list below an id', { given: ['GET /fin/{id} list'], want: 'list_all_acme_fin_by_id' }],
    [
      'a parent that the child repeats',
      { given: ['GET /help_center/help_centers list'], want: 'list_all_acme_help_centers' },
    ],
    ['a leading get_', { given: ['GET /export/get_datasets list'], want: 'list_all_acme_export_datasets' }],
    [
      'a finder in the path',
      { given: ['GET /visitors/find_by_email/{email}'], want: 'get_single_acme_visitor_by_email' },
    ],
    [
      'a finder without find_by',
      { given: ['GET /calls/conversation/{conversation_id}'], want: 'get_single_acme_call_by_conversation_id' },
    ],
    ['a required id in the query', { given: ['GET /visitors user_id'], want: 'get_single_acme_visitor_by_user_id' }],
    ['another required query', { given: ['GET /visitors phrase'], want: 'get_single_acme_visitor' }],
    ['a POST on one by id', { given: ['POST /imports/{id}'], want: 'create_a_acme_import' }],
    ['a POST to a verb by id', { given: ['POST /export/cancel/{id}'], want: 'acme_export_cancel' }],
    ['a PUT to a verb', { given: ['PUT /admins/{id}/away'], want: 'acme_admins_away' }],
    [
      'a PUT on what can be read',
      { given: ['PUT /articles/{id}/draft', 'GET /articles/{id}/draft'], want: 'update_a_acme_article_draft_by_id' },
    ],
    ['a PUT on a root', { given: ['PUT /visitors'], want: 'update_a_acme_visitor' }],
    ['a DELETE below one', { given: ['DELETE /articles/{id}/draft'], want: 'delete_a_acme_article_draft_by_id' }],
    ['a version in front', { given: ['GET /api/v2/pets list'], want: 'list_all_acme_pets' }],
    ['nothing but a version', { given: ['GET /v1'], want: 'get_single_acme_v1' }],
    ['an extension', { given: ['GET /pets.json list'], want: 'list_all_acme_pets' }],
    ['the root', { given: ['GET /'], want: 'acme_get' }],
  ])('%s', (_name, { given, want }) => {
    expect(namesOf(apiOf(given))).toContain(want);
  });

  test('a parameter with another right below is a scope, not an id', () => {
    const given = [
      'GET /instances/{type} list',
      'POST /instances/{type}',
      'DELETE /instances/{type} external_id',
      'GET /instances/{type}/{id}',
    ];
    expect(namesOf(apiOf(given)).sort()).toEqual([
      'create_a_acme_instance',
      'delete_a_acme_instance_by_external_id',
      'get_single_acme_instance_by_id',
      'list_all_acme_instances',
    ]);
  });
});

test('the six hero tools', () => {
  const paths = {
    '/conversations/search': { post: {} },
    '/conversations/{conversation_id}': { get: {} },
    '/conversations/{conversation_id}/reply': { post: {} },
    '/articles/search': { get: {} },
    '/contacts/search': { post: {} },
    '/tickets/{ticket_id}': { put: {} },
  };
  expect(namesOf(normalize(description(paths), 'intercom').api)).toEqual([
    'list_all_intercom_search_conversations',
    'get_single_intercom_conversation_by_id',
    'intercom_conversations_reply',
    'list_all_intercom_articles_search',
    'list_all_intercom_search_contacts',
    'update_a_intercom_ticket_by_id',
  ]);
});

describe('uniqueness', () => {
  test('a taken name: the second is called after its operationId, and it is said', () => {
    const paths = {
      '/pets': { get: { responses: answer({ type: 'array' }) } },
      '/v2/pets': { get: { operationId: 'petsAgain', responses: answer({ type: 'array' }) } },
      '/v3/pets': { get: { responses: answer({ type: 'array' }) } },
    };
    const { api, diagnostics } = nameOperations(normalize(description(paths), 'acme').api);
    expect(api.operations.map(({ names }) => names.tool)).toEqual([
      'list_all_acme_pets',
      'acme_pets_again',
      'list_all_acme_pets_2',
    ]);
    expect(diagnostics.map(({ code, message, pointer }) => ({ code, message, pointer }))).toEqual([
      {
        code: 'NAME_TAKEN',
        message: 'GET /v2/pets is called acme_pets_again: list_all_acme_pets was taken',
        pointer: '/paths/~1v2~1pets/get',
      },
      {
        code: 'NAME_TAKEN',
        message: 'GET /v3/pets is called list_all_acme_pets_2: list_all_acme_pets was taken',
        pointer: '/paths/~1v3~1pets/get',
      },
    ]);
  });

  test('a name over 64 characters of which no word can go keeps its head and ends in a digest', () => {
    const long = `/${'verylongresourcename'.repeat(4)}s`;
    const [one, other] = namesOf(apiOf([`GET ${long} list`, `GET ${long}x list`]));
    expect(one).toMatch(/^list_all_acme_(?:verylongresourcename){2}ver_[0-9a-f]{6}$/);
    expect(one).toHaveLength(64);
    expect(other).not.toBe(one);
  });

  test('an overlay has the last word', () => {
    const paths = { '/tickets/{id}/reply': { post: { 'x-mcp': { name: 'answer_ticket' } } } };
    expect(namesOf(normalize(description(paths), 'acme').api)).toEqual(['answer_ticket']);
  });
});

describe('exports and modules', () => {
  test.each<[string, { given: object; want: { identifier: string; module: string } }]>([
    [
      'the tool name and the first tag, whatever the operationId',
      {
        given: { operationId: 'FetchThem', tags: ['Help Center', 'Pets'] },
        want: { identifier: 'getPet', module: 'help_center' },
      },
    ],
    ['neither: the tool name and the path', { given: {}, want: { identifier: 'getPet', module: 'pets' } }],
    ['a reserved word', { given: { 'x-mcp': { name: 'delete' } }, want: { identifier: 'deleteTool', module: 'pets' } }],
    [
      'a name of the module itself',
      { given: { 'x-mcp': { name: 'path' } }, want: { identifier: 'pathTool', module: 'pets' } },
    ],
    ['a leading digit', { given: { 'x-mcp': { name: '2fa' } }, want: { identifier: '_2fa', module: 'pets' } }],
  ])('%s', (_name, { given, want }) => {
    const { api } = nameOperations(normalize(description({ '/pets': { get: given } }), 'acme').api);
    expect(api.operations[0]?.names).toMatchObject(want);
  });

  test('two operations of one operationId are two exports', () => {
    const paths = { '/pets': { get: { operationId: 'pets' }, post: { operationId: 'pets' } } };
    const { api } = nameOperations(normalize(description(paths), 'acme').api);
    expect(api.operations.map(({ names }) => names.identifier)).toEqual(['getPet', 'createPet']);
  });
});
