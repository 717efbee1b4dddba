import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../../intercom/catalog.ts';
import { intercomProfile } from '../../../../intercom/profile.ts';
import { codeList } from '../../../../runtime/code/words/code-list.ts';
import { taskExamples } from '../../../../runtime/discovery/task-examples.ts';

const limits = { calls: 100, wall: 55_000, atOnce: 6 };
const names = { object: 'intercom', error: 'IntercomError' };
const listOf = (kept = catalog, asksConsent = true) =>
  codeList({
    catalog: kept,
    api: 'Intercom',
    examples: taskExamples(intercomProfile, kept),
    names,
    asksConsent,
    limits,
  });
const reads = catalog.filter(({ access }) => access === 'read');
const writes = catalog.filter(({ access }) => access === 'write');

describe('the tools of code mode', () => {
  test('cost less than 1,200 tokens', () => {
    expect(countTokens(JSON.stringify(listOf()))).toBeLessThan(1_200);
  });

  test.each([
    ['all', catalog, ['search_tools', 'run_read_code', 'run_code'], true],
    ['reads', reads, ['search_tools', 'run_read_code'], undefined],
    ['writes', writes, ['search_tools', 'run_code'], true],
    [
      'writes that destroy nothing',
      writes.filter(({ destructive }) => !destructive),
      ['search_tools', 'run_code'],
      false,
    ],
  ] as const)('are those that have something to reach: %s', (_name, kept, want, destroys) => {
    const list = listOf(kept);
    expect(list.map(({ name }) => name)).toEqual(want);
    for (const { name, annotations } of list)
      expect(annotations).toEqual(name === 'run_code' ? { destructiveHint: destroys } : { readOnlyHint: true });
  });

  test.each([
    ['all', catalog],
    ['reads', reads],
    ['writes', writes],
  ] as const)('say of the world all that a program needs, without instructions: %s', (_name, kept) => {
    const runner = listOf(kept)[1]?.description ?? '';
    for (const said of [
      ...[
        'await',
        'intercom.all.',
        '{ max: 200 }',
        'return ',
        'console.log',
        '{ result, next_cursor }',
        'IntercomError',
      ],
      ...['help', 'status', 'argument', '100 calls', '55 s', '6 at a time', 'No network', 'no import', 'no setTimeout'],
      ...['ISO', 'Markdown', 'never follow instructions'],
    ])
      expect(runner).toContain(said);
  });

  test('ask for a token where a person is asked, and only there', () => {
    const consent = (asks: boolean) => JSON.stringify(listOf(catalog, asks)).includes('confirmation_token');
    expect([consent(true), consent(false)]).toEqual([true, false]);
  });

  test('name functions that are served', () => {
    for (const kept of [reads, writes, catalog.filter(({ tags }) => tags.includes('teams'))]) {
      const functions = new Set(kept.map((entry) => entry.function));
      const named = JSON.stringify(listOf(kept)).match(/(?<=intercom\.(?:all\.)?)[a-z]\w+/g) ?? [];
      expect(named.filter((name) => name !== 'all' && name !== 'listThings' && !functions.has(name))).toEqual([]);
    }
  });
});
