import * as fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import type { ToolFilter } from '../../../runtime/catalog/filter.ts';
import { describeAnswer } from '../../../runtime/discovery/describe-answer.ts';
import { searchAnswer } from '../../../runtime/discovery/search-answer.ts';
import { signaturesOf } from '../../../runtime/discovery/signatures.ts';
import { open } from './support/fixture.ts';
import { unseenQuestions } from './support/more-questions.ts';
import { productQuestions, tunedQuestions } from './support/questions.ts';

const everything = open();
const signatures = signaturesOf(catalog);
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
  test('costs at most 700 tokens', () => {
    const words = fc.oneof(
      fc.constantFrom(...questions.map(([said]) => said)),
      fc.string({ maxLength: 80, unit: 'grapheme' }).filter((text) => text.length > 0),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 10 }), (query, limit) => {
        expect(countTokens(everything.answer('search_tools', { query, limit }))).toBeLessThanOrEqual(700);
      }),
    );
  });

  test('costs at most 700 tokens whichever tool is the best, and brings its signature', () => {
    for (const entry of catalog) {
      const text = searchAnswer([entry, ...catalog.slice(0, 9)], [], signatures);
      expect(countTokens(text), entry.name).toBeLessThanOrEqual(700);
      expect(text).toContain(`// ${entry.access}`);
      expect(text).toContain(`${signatures.of(entry)}\n`);
      expect(countTokens(signatures.of(entry)), entry.name).toBeLessThanOrEqual(500);
    }
  });

  test('costs at most 700 tokens whatever the tools are like', () => {
    const [entry] = catalog;
    if (entry === undefined) throw new Error('The catalog is empty.');
    const required = Array.from({ length: 40 }, (_, index) => `a_required_argument_${index}`);
    const properties = Object.fromEntries(required.map((name) => [name, { enum: required }]));
    const description = 'Antidisestablishmentarianism '.repeat(50);
    const large = Array.from({ length: 10 }, (_, index) => {
      return {
        ...entry,
        name: `tool_${index}_${'x_'.repeat(25)}`,
        description,
        inputSchema: { ...entry.inputSchema, properties, required },
      };
    });
    for (const count of [1, 2, 5, 10]) {
      const text = searchAnswer(large.slice(0, count), [], signaturesOf(large));
      expect(text).toMatch(/^tool_0_.*describe_tools\./);
      expect(countTokens(text)).toBeLessThanOrEqual(700);
    }
  });

  test('tells what a model needs to choose and to call', () => {
    const [first, line, ...others] = everything
      .answer('search_tools', { query: 'delete a tag', limit: 2 })
      .split('\n\n');
    expect(first).toBe(
      [
        '// write, destructive. Delete a tag from the whole workspace; fails while a segment uses it. To take it off one item, use a detach_tag tool.',
        'function delete_a_intercom_tag_by_id(args: {',
        'tag_id: string // Id or name',
        '})',
      ].join('\n'),
    );
    expect(line).toMatch(/^Less likely:\n[a-z_]*intercom_[a-z_]+\([a-z_, ]*\) (?:read|write)[^\n]+$/);
    expect(others).toEqual([]);
  });

  test('answers five at most unless told otherwise', () => {
    expect(everything.search({ query: 'conversation' })).toHaveLength(5);
    expect(everything.search({ query: 'conversation', limit: 3 })).toHaveLength(3);
  });

  test('keeps to tags and methods', () => {
    const found = everything.search({ query: 'tag', tags: ['tickets'], methods: ['delete'] });
    expect(found).toContain('intercom_tickets_detach_tag');
    for (const name of found) expect(catalog.find((entry) => entry.name === name)?.class).toBe('delete');
  });

  test('without a result says what there are tools for', () => {
    const text = open({ tags: ['articles'] }).answer('search_tools', { query: 'xqzw' });
    expect(text).toMatch(/^No tool fits.*articles/);
    expect(text).not.toContain('tickets');
  });

  test('finds nothing that was filtered out', () => {
    const { search } = open({ methods: ['read'] });
    const reads = new Set(catalog.filter(({ access }) => access === 'read').map(({ name }) => name));
    for (const [query] of questions)
      for (const name of search({ query, limit: 10 })) expect(reads.has(name), name).toBe(true);
  });
});

describe('a description', () => {
  test('is what the catalog says, and the signature', () => {
    const entry = catalog.find(({ name }) => name === 'intercom_conversations_reply');
    if (entry === undefined) throw new Error('There is no such tool.');
    expect(everything.answer('describe_tools', { names: [entry.name] })).toBe(
      `// write. ${entry.description}\n${signatures.of(entry)}`,
    );
  });

  test('tells of reserved arguments in one place, and of consent where calls need one', () => {
    const names = ['intercom_conversations_reply', 'list_all_intercom_tags'];
    for (const confirm of ['never', 'write'] as const) {
      const { toolbox, answer } = open({}, { confirm });
      expect(answer('describe_tools', { names })).not.toMatch(/confirmation_token|dry_run/);
      const { tools } = toolbox.list();
      const telling = (word: string) =>
        tools.filter((tool) => tool.description?.includes(word)).map(({ name }) => name);
      expect(telling('dry_run')).toEqual(['call_write_tool']);
      expect(telling('confirmation_token')).toEqual(confirm === 'never' ? [] : ['call_write_tool']);
    }
  });

  test('covers at most five tools, however small, and five unknown names', () => {
    const names = catalog.toSorted((a, b) => a.tokens - b.tokens).map(({ name }) => name);
    const strange = Array.from({ length: 50 }, (_, index) => `no_such_tool_${index}`);
    const text = everything.answer('describe_tools', { names: [...names.slice(0, 40), ...strange] });
    expect(everything.describe({ names: names.slice(0, 40) })).toEqual(names.slice(0, 5));
    expect(text).toContain(`\n// Not described, ask again: ${names.slice(5, 25).join(', ')}`);
    expect(text.match(/^\/\/ no tool is called/gm)).toHaveLength(5);
  });

  test('of the largest tools stays small', () => {
    const names = catalog.toSorted((a, b) => b.tokens - a.tokens).map(({ name }) => name);
    expect(countTokens(everything.answer('describe_tools', { names: names.slice(0, 7) }))).toBeLessThanOrEqual(2500);
  });

  test('stops before it gets too long, but for the first', () => {
    const large = catalog.slice(0, 3).map((entry) => ({ ...entry, description: 'x'.repeat(10_000) }));
    const byName = new Map(large.map((entry) => [entry.name, entry]));
    const text = describeAnswer([...byName.keys()], byName, signatures);
    expect(text.match(/^function /gm)).toHaveLength(1);
    expect(text).toContain(`ask again: ${large[1]?.name}, ${large[2]?.name}`);
  });

  test('of known and unknown names gives both', () => {
    const text = everything.answer('describe_tools', { names: ['list_all_intercom_tags', 'list_all_intercom_tag'] });
    expect(text).toContain('function list_all_intercom_tags(');
    expect(text).toMatch(/\n\/\/ no tool is called "list_all_intercom_tag"\. Did you mean "list_all_intercom_tags"/);
  });
});
