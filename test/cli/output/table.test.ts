import fc from 'fast-check';
import { expect, test } from 'vitest';
import { table } from '../../../cli/output/table.ts';

const rows = [
  ['TOOL', 'TOKENS', 'TITLE'],
  ['list_all_tags', 90, 'List all the tags there are'],
  ['get_tag', 7, 'Get a tag'],
];

test.each([
  [
    'all the room there is',
    undefined,
    [
      'TOOL           TOKENS  TITLE',
      'list_all_tags      90  List all the tags there are',
      'get_tag             7  Get a tag',
    ],
  ],
  [
    'less room: the last column is cut',
    36,
    ['TOOL           TOKENS  TITLE', 'list_all_tags      90  List all the…', 'get_tag             7  Get a tag'],
  ],
  [
    'hardly any room: the last column is left out',
    30,
    ['TOOL           TOKENS', 'list_all_tags      90', 'get_tag             7'],
  ],
])('%s', (_name, width, want) => {
  expect(table(rows, width).split('\n')).toEqual(want);
});

test('a line is as wide as the terminal at most, or as the columns that are never cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.stringMatching(/^\w{0,20}$/), fc.nat(9999), fc.stringMatching(/^[\w ]{0,40}$/)), {
        minLength: 1,
      }),
      fc.integer({ min: 1, max: 120 }),
      (given, width) => {
        const lines = table(given, width).split('\n');
        const fixed =
          Math.max(...given.map(([name]) => name.length)) + Math.max(...given.map(([, n]) => `${n}`.length)) + 2;
        expect(lines).toHaveLength(given.length);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.max(width, fixed));
        for (const [index, [name]] of given.entries()) expect(lines[index]).toContain(name);
      },
    ),
  );
});

test('a letter that takes two columns counts as two, one that is joined to another as none', () => {
  const wide = [
    ['アカウント', 'x'],
    ['ab', 'y'],
    ['e\u0301té', 'z'],
  ];
  expect(table(wide).split('\n')).toEqual(['アカウント  x', 'ab          y', 'e\u0301té         z']);
  expect(table([['a', '日本語の窓口の名前と番号']], 17)).toBe('a  日本語の窓口…');
  expect(table([['a', 'サポートサポートサポート']], 17)).toBe('a  サポートサポ…');
  expect(table([['a', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦']], 16)).toBe(
    'a  👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦…',
  );
});

test('as many rows as there are', () => {
  expect(table(Array.from({ length: 200_000 }, (_, row) => [`${row}`, row])).length).toBeGreaterThan(200_000);
});
