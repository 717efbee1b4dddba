import * as fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import type { ToolFilter } from '../../../runtime/catalog/filter.ts';
import { describeAnswer } from '../../../runtime/discovery/describe-answer.ts';
import { searchAnswer } from '../../../runtime/discovery/search-answer.ts';
import { open } from './support/fixture.ts';
import { unseenQuestions } from './support/more-questions.ts';
import { productQuestions, tunedQuestions } from './support/questions.ts';

const everything = open();
const questions = [...productQuestions, ...tunedQuestions, ...unseenQuestions];

describe('the list', () => {
  test('costs at most 900 tokens', () => {
    expect(countTokens(JSON.stringify(everything.toolbox.list()))).toBeLessThanOrEqual(900);
  });

  test.each<[string, ToolFilter, readonly string[]]>([
    ['all tools', {}, ['search_tools', 'describe_tools', 'call_read_tool', 'call_write_tool']],
    ['reads only', { methods: ['read'] }, ['search_tools', 'describe_tools', 'call_read_tool']],
    ['writes only', { methods: ['write'] }, ['search_tools', 'describe_tools', 'call_write_tool']],
  ])('has a caller for what there is: %s', (_what, filter, expected) => {
    expect(
      open(filter)
        .toolbox.list()
        .tools.map(({ name }) => name),
    ).toEqual(expected);
  });

  test.each<[string, ToolFilter, boolean]>([
    ['some tool removes', {}, true],
    ['none does', { methods: ['read', 'create'] }, false],
  ])('a write says that it may destroy where %s', (_what, filter, destructiveHint) => {
    const { tools } = open(filter).toolbox.list();
    const annotations = new Map(tools.map((tool) => [tool.name, tool.annotations]));
    expect(annotations.get('call_write_tool')).toEqual({ destructiveHint });
    expect(annotations.get('call_read_tool')).toEqual({ readOnlyHint: true });
  });

  test('names only tags that its tools have', () => {
    const text = JSON.stringify(open({ tags: ['articles'] }).toolbox.list());
    expect(text).toContain('these tags: articles"');
    expect(text).not.toContain('tickets');
  });
});

describe('a search', () => {
  test('costs at most 500 tokens', () => {
    const words = fc.oneof(
      fc.constantFrom(...questions.map(([said]) => said)),
      fc.constantFrom(...catalog.map(({ name }) => name)),
      fc.string({ maxLength: 80, unit: 'grapheme' }).filter((text) => text.length > 0),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 10 }), (query, limit) => {
        expect(countTokens(everything.answer('search_tools', { query, limit }))).toBeLessThanOrEqual(500);
      }),
    );
  });

  test('costs at most 500 tokens whatever the tools are like', () => {
    const [entry] = catalog;
    if (entry === undefined) throw new Error('The catalog is empty.');
    const required = Array.from({ length: 40 }, (_, index) => `a_required_argument_${index}`);
    const description = 'Antidisestablishmentarianism '.repeat(50);
    const large = Array.from({ length: 10 }, (_, index) => {
      return {
        ...entry,
        name: `tool_${index}_${'x_'.repeat(25)}`,
        description,
        inputSchema: { ...entry.inputSchema, required },
      };
    });
    for (const count of [1, 2, 5, 10]) {
      const { result } = searchAnswer(large.slice(0, count), []);
      expect(result.length).toBeGreaterThanOrEqual(1);
      expect(countTokens(JSON.stringify({ result }))).toBeLessThanOrEqual(500);
    }
  });

  test('tells what a model needs to choose and to call', () => {
    expect(everything.search({ query: 'delete a tag', limit: 1 })).toEqual({
      result: [
        {
          name: 'delete_a_intercom_tag_by_id',
          class: 'delete',
          access: 'write',
          destructive: true,
          about:
            'Delete a tag from the whole workspace; fails while a segment uses it. To take it off one item, use a detach_tag tool.',
          required: ['tag_id'],
        },
      ],
    });
  });

  test('answers five unless told otherwise', () => {
    expect(everything.search({ query: 'conversation' }).result).toHaveLength(5);
    expect(everything.search({ query: 'conversation', limit: 3 }).result).toHaveLength(3);
  });

  test('keeps to tags and methods', () => {
    const { result } = everything.search({ query: 'tag', tags: ['tickets'], methods: ['delete'] });
    expect(result.map(({ name }) => name)).toContain('intercom_tickets_detach_tag');
    for (const hit of result) expect(hit.class).toBe('delete');
  });

  test('without a hit says what there are tools for', () => {
    const { result, hint } = open({ tags: ['articles'] }).search({ query: 'xqzw' });
    expect(result).toEqual([]);
    expect(hint).toContain('articles');
    expect(hint).not.toContain('tickets');
  });

  test('finds nothing that was filtered out', () => {
    const { search } = open({ methods: ['read'] });
    for (const [query] of questions)
      for (const { access } of search({ query, limit: 10 }).result) expect(access).toBe('read');
  });
});

describe('a description', () => {
  test('is the schema of the catalog', () => {
    const entry = catalog.find(({ name }) => name === 'intercom_conversations_reply');
    expect(everything.describe({ names: ['intercom_conversations_reply'] }).result).toEqual([
      {
        name: entry?.name,
        description: entry?.description,
        class: 'action',
        access: 'write',
        inputSchema: entry?.inputSchema,
      },
    ]);
  });

  test('shows the arguments for a consent where calls need one', () => {
    const names = ['intercom_conversations_reply', 'list_all_intercom_tags'];
    const [reply, tags] = open({}, { confirm: 'write' }).describe({ names }).result;
    expect(reply?.inputSchema.properties).toHaveProperty('confirmation_token');
    expect(tags?.inputSchema.properties).not.toHaveProperty('confirmation_token');
  });

  test('of the largest tools stays small, and says what it left out', () => {
    const names = catalog.toSorted((a, b) => b.tokens - a.tokens).map(({ name }) => name);
    expect(countTokens(everything.answer('describe_tools', { names: names.slice(0, 7) }))).toBeLessThanOrEqual(4500);
    const { result, left_out } = everything.describe({ names: names.slice(0, 7) });
    expect([...result.map(({ name }) => name), ...(left_out ?? [])]).toEqual(names.slice(0, 7));
    expect(left_out?.length).toBeGreaterThanOrEqual(2);
  });

  test('covers at most five tools, however small, and five unknown names', () => {
    const names = catalog.toSorted((a, b) => a.tokens - b.tokens).map(({ name }) => name);
    const strange = Array.from({ length: 50 }, (_, index) => `no_such_tool_${index}`);
    const { result, left_out, unknown } = everything.describe({ names: [...names.slice(0, 40), ...strange] });
    expect(result.map(({ name }) => name)).toEqual(names.slice(0, 5));
    expect(left_out).toEqual(names.slice(5, 25));
    expect(unknown).toHaveLength(5);
  });

  test('stops before it gets too long, but for the first', () => {
    const large = catalog.slice(0, 3).map((entry) => ({ ...entry, description: 'x'.repeat(10_000) }));
    const byName = new Map(large.map((entry) => [entry.name, entry]));
    const { result, left_out } = describeAnswer([...byName.keys()], byName, () => undefined);
    expect(result).toHaveLength(1);
    expect(left_out).toHaveLength(2);
  });

  test('of known and unknown names gives both', () => {
    const { result, unknown } = everything.describe({ names: ['list_all_intercom_tags', 'list_all_intercom_tag'] });
    expect(result).toHaveLength(1);
    expect(unknown).toEqual([
      expect.stringMatching(/^no tool is called "list_all_intercom_tag"\. Did you mean "list_all_intercom_tags"/),
    ]);
  });
});
