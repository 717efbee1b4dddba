import { describe, expect, test } from 'vitest';
import { jsonOption } from '../../../cli/options/json-option.ts';
import { renderJson } from '../../../cli/output/print-json.ts';
import { run } from '../support/run-line.ts';

const answer = {
  result: [
    { id: '1', author: { name: 'A', email: 'a@x' }, tags: ['x', 'y'] },
    { id: '2', author: { name: 'B', email: 'b@x' }, tags: [] },
  ],
  next_cursor: null,
};

function pick(text: string) {
  const { parseArg } = jsonOption();
  return renderJson(answer, parseArg?.(text, undefined) ?? true);
}

describe('fields', () => {
  test.each<[string, unknown]>([
    ['next_cursor', { next_cursor: null }],
    ['result.id', { result: [{ id: '1' }, { id: '2' }] }],
    [
      'result[].author.name, next_cursor',
      { result: [{ author: { name: 'A' } }, { author: { name: 'B' } }], next_cursor: null },
    ],
  ])('%s keep their shape', (text, want) => {
    expect(JSON.parse(pick(text).text)).toEqual(want);
  });

  test.each([
    ['.result.id', '1\n2'],
    ['.result[].author', '{"name":"A","email":"a@x"}\n{"name":"B","email":"b@x"}'],
    ['.result[].tags[]', 'x\ny'],
    ['.result[].author.*', 'A\na@x\nB\nb@x'],
    ['.next_cursor', 'null'],
  ])('%s is its values, one a line', (text, want) => {
    expect(pick(text)).toEqual({ text: want, problems: [] });
  });

  test('what is not there is said, with what is', () => {
    expect(pick('result.nam').problems).toEqual(['there is no result.nam; beside it there are id, author, tags']);
    expect(renderJson([], { names: ['id'], isBare: false })).toEqual({ text: '[]', problems: [] });
  });

  test.each(['phrase=SSO', '{"a":1}', 'a,,b', '.a,.b', ''])('%j are none', (text) => {
    expect(() => pick(text)).toThrow('Fields are names between commas');
  });
});

test('a list, one that lacks the field, and one that takes an argument for it', async () => {
  const one = await run(['tools', '--tags', 'teams', '--json', 'name,class']);
  expect(JSON.parse(one.stdout)[0]).toEqual({ name: 'get_single_intercom_team_by_id', class: 'get' });
  const names = await run(['tools', '--tags', 'teams', '--json', '.name']);
  expect(names.stdout.trimEnd().split('\n')).toHaveLength(3);
  const none = await run(['tools', '--tags', 'teams', '--json', 'nam']);
  expect({ code: none.code, ...JSON.parse(none.stderr).error }).toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('there is no nam; beside it there are name, title'),
  });
  const swallowed = await run(['call', 'searchArticles', '--json', 'phrase=SSO']);
  expect(swallowed.stderr).toContain('let --json be the last word');
});
