import { describe, expect, test } from 'vitest';
import { catalog } from '../../intercom/catalog.ts';
import { importLine } from '../../runtime/catalog/import-line.ts';
import { openEditor } from './support/language-service.ts';

const names = catalog.map((entry) => entry.function ?? entry.name);

/** One file for all tests: reading the types takes seconds. */
const editor = openEditor(`
${catalog.map((entry) => importLine(entry, (module) => `./generated/intercom/tools/${module}.ts`)).join('\n')}
import { createClient } from './intercom/index.ts';
const client = createClient({ token: 'x' });
${names.map((name) => `void ${name};`).join('\n')}
const query = { field: 'state', operator: '=', value: 'open' } as const;
export const raw = await client.call(searchConversations, { query });
export const complete = await client.call(searchConversations, { query }, { shape: 'complete' });
export const model = await client.call(searchConversations, { query }, { shape: 'model' });
export const request = await client.call(searchConversations, { query }, { dryRun: true });
export const walk = client.paginate(searchConversations, { query });
export const [first] = complete.result;
void first?.created_at;
export const input: Parameters<typeof client.call<SearchConversationsInput, 0, 0>>[1] = { query };
void input.limit;
await client.call(searchConversations, { query: { field: 'created_at', operator: '' } });
await client.call(searchConversations, { query: { field: 'state', operator: '=', value: '' } });
await client.call(searchConversations, { query: { operator: 'AND', value: [{ field: '' }] } });
import type { SearchConversationsInput } from './generated/intercom/tools/conversations.ts';
`);

describe('what an editor shows', () => {
  test('of every tool is short, and names what it takes and answers', () => {
    const shown = names.map((name) => editor.hover(`${name};`));
    const long = shown.filter((text) => text.length >= 600);
    expect(long).toEqual([]);
    expect(shown.filter((text) => /^\(alias\) const \w+: Tool<\w+Input, .+\n/.test(text))).toHaveLength(231);
  });

  test.each([
    ['raw', 'const raw: Page<ConversationListItem>'],
    ['complete', 'const complete: Page<CompleteConversationListItem>'],
    ['model', 'const model: ModelPage<CompleteConversationListItem>'],
    ['request', 'const request: DryRun'],
    ['walk', 'const walk: AsyncGenerator<ConversationListItem, void, undefined>'],
  ])('of an answer is its name: %s', (name, want) => {
    expect(editor.hover(`${name} = `).trim()).toBe(want);
  });

  test('of a call is what it takes', () => {
    const shown = editor.hover("call(searchConversations, { query: { operator: 'AND'");
    expect(shown).toContain('input: NoInfer<SearchConversationsInput>');
    expect(shown.length).toBeLessThan(1_000);
  });

  test('of a field are its words', () => {
    expect(editor.hover('limit;')).toBe(
      '(property) SearchConversationsInput.limit?: number | null | undefined\nAt most 150.',
    );
  });
});

describe('what an editor offers', () => {
  test('are the operators of the field', () => {
    expect(editor.completions("field: 'created_at', operator: '")).toEqual(expect.arrayContaining(['=', '>', '<']));
    expect(editor.completions("field: 'created_at', operator: '")).not.toContain('~');
  });

  test('are the values of the field', () => {
    expect(editor.completions("field: 'state', operator: '=', value: '").toSorted()).toEqual([
      'closed',
      'open',
      'snoozed',
    ]);
  });

  test('are the fields, in a group as well', () => {
    const fields = editor.completions("value: [{ field: '");
    expect(fields).toEqual(expect.arrayContaining(['state', 'created_at', 'source.author.email', 'admin_assignee_id']));
  });
});
