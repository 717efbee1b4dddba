import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../intercom/catalog.ts';
import { filterCatalog } from '../../runtime/catalog/filter.ts';
import { isObject, type Schema } from '../support/contract.ts';
import { type Contract, contractJudge } from './support/personal-data.ts';

const file = new URL('../../generated/intercom/operations.json', import.meta.url);
// Written by the generator, whose tests hold its shape.
const contract = JSON.parse(readFileSync(file, 'utf8')) as Contract;
const knowledgeBase = filterCatalog(catalog, { tags: ['knowledge_base'] });

/** Why a place that its schema leaves open holds no customer's data: every field of every schema of a row. */
const EXPLAINED: readonly { readonly why: string; readonly schemas: string; readonly fields: string }[] = [
  {
    why: 'Teammates write it for the readers of articles. A tool cannot keep a teammate from naming a customer.',
    schemas:
      'article_list_item article_content article_version article_version_summary internal_article_list_item collection group_content help_center tag',
    fields: 'title description body body_markdown name display_name icon',
  },
  {
    why: 'Titles of what teammates write, upload or import for readers and for the AI agent; a search answers nothing else of it.',
    schemas: 'content_search_default_item content_search_article_item content_search_article_content_item',
    fields: 'title locale',
  },
  {
    why: 'Pages of a search through all knowledge.',
    schemas: 'content_search_response',
    fields: 'total_count pages.next pages.prev pages.page pages.per_page pages.total_pages',
  },
  {
    why: 'Highlights are cut out of an article that the same search answers.',
    schemas: 'article_search_highlights',
    fields: 'highlighted_title.text highlighted_summary.text',
  },
  {
    why: 'Ids of teammates: requests set author_id, owner_id and the admin_id of a tagging to an admin, and only teammates save articles.',
    schemas: 'article_list_item article_content article_version article_version_summary internal_article_list_item tag',
    fields: 'author_id owner_id created_by_id updated_by_id applied_by',
  },
  {
    why: 'Ids of the workspace, and of articles, collections and versions under another name.',
    schemas: 'article_list_item article_version article_version_summary collection help_center help_center_redirect',
    fields: 'workspace_id parent_id parent_ids from_version_id target_id',
  },
  {
    why: 'Where a page of the Help Center is, in which language, and how a version of it came about.',
    schemas:
      'article_list_item article_content article_version article_version_summary internal_article_list_item collection help_center help_center_redirect',
    fields: 'url from_url custom_domain identifier locale locales default_locale created_via',
  },
  {
    why: 'How many readers viewed an article, reacted to it or were helped by it; not which ones.',
    schemas: 'article_statistics',
    fields:
      'views conversions reactions happy_reaction_percentage neutral_reaction_percentage sad_reaction_percentage fin_involvements fin_resolutions fin_resolution_rate',
  },
  {
    why: 'The order of collections, and the name of what kind of thing a tag is.',
    schemas: 'help_center_redirect collection tag',
    fields: 'order type',
  },
  {
    why: 'Pages of a list.',
    schemas:
      'article_list article_search_response article_version_list collection_list help_center_redirect_list internal_article_list internal_article_search_response cursor_pages starting_after_paging',
    fields: 'total_count page per_page total_pages starting_after',
  },
];

const explained = new Set(
  EXPLAINED.flatMap(({ schemas, fields }) =>
    schemas.split(' ').flatMap((schema) => fields.split(' ').map((field) => `${schema}.${field}`)),
  ),
);

/** What nobody may get to see, and what nobody has explained, in the answers of the whole group. */
function leaks(changed: Contract): string[] {
  const judge = contractJudge(changed);
  const found = knowledgeBase.flatMap((entry) => {
    const { personal, undecided } = judge(entry);
    return [...personal, ...undecided.filter((place) => !explained.has(place))];
  });
  return [...new Set(found)].sort();
}

function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

function withField(name: string, field: string, value: Schema): Contract {
  const schema = contract.schemas[name] ?? {};
  const properties = { ...(isObject(schema.properties) && schema.properties), [field]: value };
  return { ...contract, schemas: { ...contract.schemas, [name]: { ...schema, properties } } };
}

function withAnswer(method: string, path: string, answer: Schema): Contract {
  const operation = { responses: { 200: answer } };
  return { ...contract, paths: { ...contract.paths, [path]: { ...contract.paths[path], [method]: operation } } };
}

describe('the tools of the knowledge base', () => {
  const judge = contractJudge(contract);

  test.for(knowledgeBase)('$name answers no personal data of a customer', (entry) => {
    const { personal, undecided } = judge(entry);
    expect(personal).toEqual([]);
    expect(undecided.filter((place) => !explained.has(place))).toEqual([]);
  });

  test.for(EXPLAINED)('needed, all of it: $why', ({ schemas, fields }) => {
    const open = [...new Set(knowledgeBase.flatMap((entry) => judge(entry).undecided))];
    const met = open.filter((place) => schemas.split(' ').some((schema) => place.startsWith(`${schema}.`)));
    const has = (field: string): boolean => met.some((place) => place.slice(place.indexOf('.') + 1) === field);
    expect(fields.split(' ').filter((field) => !has(field))).toEqual([]);
    expect(schemas.split(' ').filter((schema) => !met.some((place) => place.startsWith(`${schema}.`)))).toEqual([]);
  });
});

describe('the same judgement of other tools', () => {
  const judge = contractJudge(contract);
  const named = (name: string) => {
    const [entry] = filterCatalog(catalog, { methods: [name] });
    if (entry === undefined) throw new Error(`The catalogue has no ${name}.`);
    return judge(entry);
  };

  test.for([
    ['get_single_intercom_contact_by_id', ['contact.email', 'contact.phone', 'contact.location']],
    ['list_all_intercom_contacts', ['contact.email']],
    ['list_all_intercom_search_contacts', ['contact.email', 'contact.custom_attributes']],
    ['intercom_contacts_archive', ['contact_reference.external_id']],
    ['get_single_intercom_visitor_by_user_id', ['visitor.email', 'visitor.location_data', 'visitor.pseudonym']],
    ['list_all_intercom_search_conversations', ['conversation_source_author.email', 'contact_reference.type']],
    ['get_single_intercom_conversation_by_id', ['conversation_part_author.email', 'conversation_contacts.contacts']],
    ['list_all_intercom_search_tickets', ['ticket_part_author.type', 'ticket_contacts.contacts']],
    ['get_single_intercom_company_by_id', ['company.custom_attributes.*']],
    ['list_all_intercom_company_contacts', ['contact.email']],
    ['list_all_intercom_contact_notes', ['note.contact']],
    ['list_all_intercom_events', ['data_event_summary.email', 'data_event_summary.user_id']],
    ['list_all_intercom_calls', ['call.phone', 'call.contact_id']],
    ['get_single_intercom_download_content_data_by_id', ['GET /download/content/data/{job_identifier} 200']],
  ] as const)('%s answers a customer’s data', ([name, places]) => {
    expect(named(name).personal).toEqual(expect.arrayContaining([...places]));
  });

  test.for([
    'get_single_intercom_me',
    'list_all_intercom_admins',
    'list_all_intercom_teams',
    'list_all_intercom_brands',
    'list_all_intercom_news_items',
    'list_all_intercom_office_hours_schedules',
  ])('%s does not: a teammate is no customer, and not everything is personal', (name) => {
    expect(named(name).personal).toEqual([]);
  });
});

describe('a contract that lets a customer into the knowledge base is caught', () => {
  const person = { ...contract.schemas.contact };
  const inline = (properties: Schema): Schema => ({ type: 'object', properties });
  const text = { type: 'string' };

  test.for<[string, string, string, Schema, string]>([
    ['a contact', 'article_list_item', 'reader', ref('contact'), 'contact.email'],
    ['contacts in a list', 'article_statistics', 'viewers', { type: 'array', items: ref('contact') }, 'contact.email'],
    ['one of two', 'collection', 'editor', { oneOf: [ref('admin'), ref('visitor')] }, 'visitor.email'],
    ['a part of it', 'internal_article_list_item', 'source', { allOf: [ref('contact')] }, 'contact.phone'],
    ['a map', 'help_center', 'by_page', { additionalProperties: ref('contact_reference') }, 'contact_reference.type'],
    ['any keys', 'collection', 'read_by', { additionalProperties: { type: 'boolean' } }, 'collection.read_by.*'],
    ['an id of nobody knows what', 'tag', 'viewer_id', { type: 'integer' }, 'tag.viewer_id'],
    ['deep in a reference', 'tag', 'about', ref('conversation_list_item'), 'conversation_source_author.email'],
    ['the same fields unnamed', 'tag', 'whom', person, 'tag.whom.email'],
    ['an address alone', 'article_content', 'asked', inline({ email: text }), 'article_content.asked.email'],
    ['a name alone', 'article_content', 'asked', inline({ name: text }), 'article_content.asked.name'],
    ['an id of a contact', 'article_version', 'contact_id', { type: 'integer' }, 'article_version.contact_id'],
    ['ids of nobody knows whom', 'tag', 'seen_by', { type: 'array', items: { type: 'integer' } }, 'tag.seen_by'],
    ['a pointer to nobody knows what', 'collection', 'last_reader', ref('reference'), 'collection.last_reader'],
    ['a kind of person', 'tag', 'on', inline({ type: { type: 'string', enum: ['lead'] } }), 'tag.on.type'],
    ['where somebody is', 'tag', 'at', inline({ latitude: { type: 'number' } }), 'tag.at.latitude'],
    ['an open object', 'help_center_redirect', 'more', { type: 'object' }, 'help_center_redirect.more'],
    ['a text that nobody explained', 'article_search_highlights', 'said', text, 'article_search_highlights.said'],
  ])('%s: %s.%s', ([, name, field, value, place]) => {
    expect(leaks(withField(name, field, value))).toContain(place);
  });

  const answers = [
    ['another thing', { content: { 'application/json': { schema: ref('ticket_list') } } }, 'ticket_contacts.contacts'],
    ['text', { content: { 'text/csv': { schema: text } } }, 'GET /articles 200'],
    ['a content that is not described', { content: { 'application/json': {} } }, 'GET /articles 200'],
    ['nothing that is described', {}, 'GET /articles 200'],
  ] as const;
  test.for(answers)('an answer is %s', ([, answer, place]) => {
    expect(leaks(withAnswer('get', '/articles', answer))).toContain(place);
  });

  const schemas = new Set(EXPLAINED.flatMap((row) => row.schemas.split(' ')));
  test.for([...schemas])('a contact in %s', (name) => {
    expect(leaks(withField(name, 'x', ref('contact')))).toEqual(expect.arrayContaining(['contact.email']));
  });
});
