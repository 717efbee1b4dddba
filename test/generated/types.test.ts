import { describe, expect, expectTypeOf, test } from 'vitest';
import type * as all from '../../generated/intercom/index.ts';
import { getMe } from '../../generated/intercom/tools/admins.ts';
import { updateCompany } from '../../generated/intercom/tools/companies.ts';
import { searchContacts } from '../../generated/intercom/tools/contacts.ts';
import {
  type ReplyToConversationInput,
  replyToConversation,
  searchConversations,
} from '../../generated/intercom/tools/conversations.ts';
import type { listTags, Tag } from '../../generated/intercom/tools/tags.ts';
import { type CompleteTeam, getTeam, listTeams, type Team } from '../../generated/intercom/tools/teams.ts';
import { catalog, loadTool } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import type { DryRun } from '../../runtime/http/dry-run.ts';
import type { Exchange } from '../../runtime/http/response.ts';
import type { ForModel } from '../../runtime/shape/for-model.ts';
import type { Page, Tool, ToolInput } from '../../runtime/tool/tool.ts';

type Output<Candidate> = Candidate extends Tool<infer _Input, infer Result> ? Result : never;
type IsUnknown<Type> = unknown extends Type
  ? true
  : Type extends Page<infer Item>
    ? unknown extends Item
      ? true
      : false
    : false;
type ToolsOf<Module> = {
  [Key in keyof Module]: Module[Key] extends { readonly request: unknown } ? Key : never;
}[keyof Module];
type Untyped = {
  [Key in ToolsOf<typeof all>]: true extends IsUnknown<Output<(typeof all)[Key]>> ? Key : never;
}[ToolsOf<typeof all>];

describe('the static types of the generated tools', () => {
  test('every answer has a type but the one that the description declares none for', () => {
    expectTypeOf<Untyped>().toEqualTypeOf<'getFinVoiceByPhoneNumber'>();
  });

  test('input and output say what they are', () => {
    type Reply = ToolInput<typeof replyToConversation>;
    expectTypeOf<Reply>().toEqualTypeOf<ReplyToConversationInput>();
    expectTypeOf<Reply['message_type']>().toEqualTypeOf<'comment' | 'note' | 'quick_reply'>();
    expectTypeOf<Reply['conversation_id']>().toEqualTypeOf<string | number>();
    expectTypeOf<Output<typeof listTags>>().toEqualTypeOf<Page<Tag>>();
    expectTypeOf<Tag>().toExtend<{ name?: string }>();
  });
});

describe('what a program gets wrong does not compile', () => {
  const state = (value: 'open' | 'closed') => ({ field: 'state', operator: '=', value }) as const;
  const client = createClient({ token: 'x', fetch: () => Promise.reject(new Error('nothing is sent')) });

  test('what is right does, in every form that is read', () => {
    const calls = [
      () => client.call(searchConversations, { query: state('open'), limit: null, fields: undefined }),
      () => client.call(searchConversations, { query: { field: 'created_at', operator: '>', value: new Date() } }),
      () => client.call(searchConversations, { query: { field: 'created_at', operator: '>', value: 'now-24h' } }),
      () => client.call(searchConversations, { query: { field: 'admin_assignee_id', operator: '=', value: null } }),
      () => client.call(searchConversations, { query: { field: 'state', operator: 'IN', value: ['open', 'closed'] } }),
      () => client.call(searchContacts, { query: { field: 'custom_attributes.plan', operator: '=', value: 'pro' } }),
      () =>
        client.call(searchConversations, {
          query: { operator: 'AND', value: [state('open'), { operator: 'OR', value: [state('closed')] }] },
        }),
      () => client.call(getTeam, { team_id: 'Support' }),
    ];
    expect(calls).toHaveLength(8);
  });

  test('what is wrong does not', () => {
    const deep = { operator: 'OR', value: [{ operator: 'AND', value: [state('open')] }] } as const;
    const calls = [
      // @ts-expect-error the query is missing
      () => client.call(searchConversations, {}),
      // @ts-expect-error no argument is called so
      () => client.call(searchConversations, { query: state('open'), limt: 1 }),
      // @ts-expect-error no value of the field
      () => client.call(searchConversations, { query: { field: 'state', operator: '=', value: 'closd' } }),
      // @ts-expect-error no field
      () => client.call(searchConversations, { query: { field: 'stat', operator: '=', value: 'open' } }),
      // @ts-expect-error no operator of a date
      () => client.call(searchConversations, { query: { field: 'created_at', operator: '~', value: 'now' } }),
      // @ts-expect-error a list needs IN
      () => client.call(searchConversations, { query: { field: 'state', operator: '=', value: ['open'] } }),
      // @ts-expect-error IN needs a list
      () => client.call(searchConversations, { query: { field: 'state', operator: 'IN', value: 'open' } }),
      // @ts-expect-error a truth is none of its values
      () => client.call(searchConversations, { query: { field: 'read', operator: '=', value: 'yes' } }),
      // @ts-expect-error three levels of groups
      () => client.call(searchConversations, { query: { operator: 'OR', value: [deep] } }),
      // @ts-expect-error not one of the values
      () => client.call(replyToConversation, { conversation_id: 1, message_type: 'comments', type: 'admin' }),
      // @ts-expect-error null does not clear a name
      () => client.call(updateCompany, { company_id: 1, name: null }),
      // @ts-expect-error there is no such option
      () => client.call(getTeam, { team_id: 1 }, { shap: 'model' }),
      // @ts-expect-error there is no such shape
      () => client.call(getTeam, { team_id: 1 }, { shape: 'whole' }),
      // @ts-expect-error it takes nothing
      () => client.call(getMe, { id: 1 }),
      // @ts-expect-error it has no pages
      () => client.paginate(getTeam, { team_id: 1 }),
    ];
    expect(calls).toHaveLength(15);
  });

  test('answers are typed by their shape', () => {
    const answers = {
      raw: () => client.call(getTeam, { team_id: 1 }),
      complete: () => client.call(getTeam, { team_id: 1 }, { shape: 'complete' }),
      model: () => client.call(getTeam, { team_id: 1 }, { shape: 'model' }),
      request: () => client.call(getTeam, { team_id: 1 }, { dryRun: true }),
      exchange: () => client.exchange(getTeam, {}, { shape: 'complete' }),
      items: () => client.paginate(listTeams, {}, { shape: 'complete' }),
    };
    expectTypeOf(answers.raw).returns.resolves.toEqualTypeOf<Team>();
    expectTypeOf(answers.complete).returns.resolves.toEqualTypeOf<CompleteTeam>();
    expectTypeOf(answers.model).returns.resolves.toEqualTypeOf<ForModel<CompleteTeam>>();
    expectTypeOf(answers.request).returns.resolves.toEqualTypeOf<DryRun>();
    expectTypeOf(answers.exchange).returns.resolves.toEqualTypeOf<Exchange<CompleteTeam>>();
    expectTypeOf(answers.items).returns.toEqualTypeOf<AsyncGenerator<CompleteTeam, void, undefined>>();
  });
});

describe('the generated tools', () => {
  test('every entry of the catalogue loads, and the tool says the same as its entry', async () => {
    for (const { name, title, description, class: kind, access, destructive, tags, method } of catalog) {
      expect(await loadTool(name)).toMatchObject({
        name,
        title,
        description,
        class: kind,
        access,
        destructive,
        tags,
        method,
      });
    }
  });

  test('a name that no tool has loads nothing', async () => {
    expect(await loadTool('__proto__')).toBeUndefined();
    expect(await loadTool('get_single_intercom_nothing')).toBeUndefined();
  });
});
