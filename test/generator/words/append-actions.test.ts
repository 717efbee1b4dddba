import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { appendActions } from '../../../generator/words/append-actions.ts';
import type { ToolFacts } from '../../../generator/words/describe-tool.ts';
import { headText, stubText } from '../../../generator/words/stub-text.ts';

const added = (indent: number): string =>
  `${' '.repeat(indent)}- target: $.added\n${' '.repeat(indent)}  remove: true\n`;
const append = (text: string): string => appendActions(text, 'words.yaml', added);

describe('actions behind those of an overlay', () => {
  test.each<[string, { given: string; want: string }]>([
    [
      'at the end',
      { given: 'actions:\n  - target: a\n', want: 'actions:\n  - target: a\n  - target: $.added\n    remove: true\n' },
    ],
    [
      'not indented',
      { given: 'actions:\n- target: a\n', want: 'actions:\n- target: a\n- target: $.added\n  remove: true\n' },
    ],
    [
      'without a last line end',
      { given: 'actions:\n  - target: a', want: 'actions:\n  - target: a\n  - target: $.added\n    remove: true\n' },
    ],
    [
      'before what comes after',
      {
        given: 'actions:\n  - target: a\n# behind\ninfo:\n  title: x # y\n',
        want: 'actions:\n  - target: a\n# behind\n  - target: $.added\n    remove: true\ninfo:\n  title: x # y\n',
      },
    ],
    [
      'with line ends of Windows',
      {
        given: 'actions:\r\n  - target: a\r\n',
        want: 'actions:\r\n  - target: a\r\n  - target: $.added\r\n    remove: true\r\n',
      },
    ],
    [
      'behind a text of many lines',
      {
        given: 'actions:\n  - target: a\n    update: >-\n      one\n      two\n\n  # end\n',
        want: 'actions:\n  - target: a\n    update: >-\n      one\n      two\n\n  # end\n  - target: $.added\n    remove: true\n',
      },
    ],
  ])('%s', (_name, { given, want }) => {
    expect(append(given)).toBe(want);
  });

  test.each([
    ['no list', 'actions: none\n'],
    ['none at all', 'overlay: 1.0.0\n'],
    ['an empty one', 'actions: []\n'],
    ['one on a line', 'actions: [{ target: a }]\n'],
    ['a list in a list', '- actions:\n    - target: a\n'],
    ['half a file', 'actions:\n  - target: "a\n'],
    ['an end of the document', 'actions:\n  - target: a\n...\n'],
    ['an empty file', ''],
  ])('%s is refused', (_name, given) => {
    expect(() => append(given)).toThrow(/words\.yaml/);
  });
});

const facts: ToolFacts = {
  tool: 'create_a_acme_pet',
  operation: 'POST /pets',
  pointer: '/paths/~1pets/post',
  module: 'pets',
  class: 'create',
  access: 'write',
  destructive: false,
  title: 'Create a pet',
  description: 'Create a pet.',
  lacks: { title: true, description: true, arguments: ['name'] },
  arguments: [],
  paging: 'none',
  answer: [],
  neighbours: [],
  tokens: 1,
};

test('whatever a description calls its things, a stub stays one action that targets its operation', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      "it's",
      'a\nb: c',
      '# x',
      '- y',
      '"',
      '\\',
      "\\'",
      ': ',
      '{a}',
      '\u2028',
      '\r\n  - target: $',
      '%',
      '@',
      '&a',
      '*a',
      'null',
    ),
  );
  fc.assert(
    fc.property(nasty, nasty, nasty, (path, name, text) => {
      const stub = stubText(
        {
          ...facts,
          operation: `POST /${path}`,
          description: text,
          lacks: { ...facts.lacks, arguments: [name] },
          arguments: [{ name, type: text, required: true, words: '', names: [text] }],
          answer: [name, text],
          neighbours: [{ tool: name, title: text }],
        },
        2,
      );
      const { actions } = parse(headText('pets', '1') + stub);
      expect(actions).toHaveLength(1);
      const fields = Object.fromEntries([[name, 'TODO']]);
      expect(actions[0].update).toEqual({ summary: 'TODO', description: 'TODO', 'x-mcp': { fields } });
      expect(
        parse(appendActions(stringify({ actions: [{ target: 'a' }] }), 'a', () => stub.replace(/^ {2}/gm, '  ')))
          .actions,
      ).toHaveLength(2);
    }),
    { numRuns: 100 },
  );
});
