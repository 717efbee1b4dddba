import { describe, expect, expectTypeOf, test } from 'vitest';
import type * as all from '../../generated/intercom/index.ts';
import type { ReplyToConversationInput, replyToConversation } from '../../generated/intercom/tools/conversations.ts';
import type { listTags, Tag } from '../../generated/intercom/tools/tags.ts';
import { catalog, loadTool } from '../../intercom/catalog.ts';
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
