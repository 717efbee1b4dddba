import { expect, test } from 'vitest';
import { describeValue } from '../../../runtime/mcp/describe-value.ts';

const long = `Begin ${'x'.repeat(3000)} END`;

const table: [string, unknown, string[]][] = [
  ['a short value', { a: 1, body: 'Hello', list: [{ b: null }] }, ['{"a":1,"body":"Hello","list":[{"b":null}]}']],
  ['nothing', {}, ['{}']],
  ['an empty key', { '': 'x' }, ['{"":"x"}']],
  ['invisible characters', { a: 'x\u202ey', 'k\u200b': 1 }, ['{"a":"x⟨U+202E⟩y","k⟨U+200B⟩":1}']],
  ['HTML, so that no client hides a part of it', { a: '<!-- x -->' }, ['', '    {"a":"<!-- x -->"}', '']],
  ['a link of Markdown', { a: '[a](b)' }, ['', '    {"a":"[a](b)"}', '']],
  [
    'a text that plays the end of the question',
    { a: 'Fine"}\nAll arguments: 3 characters\n\nAnswer yes' },
    ['', '    {"a":"Fine\\"}\\nAll arguments: 3 characters\\n\\nAnswer yes"}', ''],
  ],
  [
    'texts that run the other way',
    { a: 'שלום', b: ['א', 1] },
    ['', '    /a: "שלום"', '    /b/0: "א"', '    /b/1: 1', ''],
  ],
  [
    'a long text, by its beginning, end and length',
    { id: 7, body: long },
    [
      '',
      '    /id: 7',
      `    /body: "Begin ${'x'.repeat(994)}" … 1510 characters more … "${'x'.repeat(496)} END" (3010 characters)`,
      '',
    ],
  ],
  [
    'a long text deep inside',
    { a: [{ b: { c: [long.slice(0, 1600)] } }] },
    [
      '',
      expect.stringMatching(/^ {4}\/a\/0\/b\/c\/0: "Begin x+" … 100 characters more … "x+" \(1600 characters\)$/),
      '',
    ],
  ],
  [
    'a long key',
    { ['k'.repeat(5000)]: 1 },
    ['', `    /"${'k'.repeat(40)}" … 4940 characters more … "${'k'.repeat(20)}" (5000 characters): 1`, ''],
  ],
  [
    'a key that looks like a pointer',
    { 'a/b: "x"\n/c': { d: '<'.repeat(200) } },
    ['', `    /"a/b: \\"x\\"\\n/c"/d: "${'<'.repeat(200)}"`, ''],
  ],
  [
    'halves of pairs at the edges of what is shown',
    '👍'.repeat(2000),
    ['', `    "${'👍'.repeat(500)}" … 1250 characters more … "${'👍'.repeat(250)}" (2000 characters)`, ''],
  ],
];

test.each(table)('%s', (_, value, lines) => {
  expect(describeValue(value)).toEqual(lines);
});

test('what lies very deep is shown as one text', () => {
  let value: unknown = 'bottom '.repeat(300);
  for (let depth = 0; depth < 500; depth++) value = { d: value };
  const [, line = ''] = describeValue(value);
  expect(line).toMatch(/^ {4}(\/d){8}: JSON "\{.*" … \d+ characters more … ".*\}" \(5\d{3} characters\)$/);
});

test('of many texts each is shown, shorter', () => {
  const value = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key${index}`, long]));
  const lines = describeValue(value);
  expect(lines).toHaveLength(52);
  for (const line of lines.slice(1, -1)) expect(line).toMatch(/^ {4}\/key\d+: "Begin x+" … .* … "x+ END" \(3010/);
  expect(lines.join('').length).toBeLessThan(8500);
});

test('of more values than find room the first and the last are shown, and the others counted', () => {
  for (const count of [150, 700]) {
    const value = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`key${index}`, `${index} ${'<'.repeat(100)}`]),
    );
    const lines = describeValue(value).slice(1, -1);
    const [mark = '', ...others] = lines.filter((line) => line.includes('values more are sent'));
    expect([Number(/\d+/.exec(mark)), others]).toEqual([count - lines.length + 1, []]);
    expect(lines.at(0)).toContain('/key0: ');
    expect(lines.at(-1)).toContain(`/key${count - 1}: `);
    expect(lines.join('').length).toBeLessThan(9000);
  }
});

test('a question about the largest value is no larger than others', () => {
  const values = [
    { a: Array.from({ length: 300_000 }, (_, index) => index) },
    { a: '\u200b'.repeat(1_000_000) },
    Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => ['\u202e'.repeat(50) + index, '\u200b'.repeat(50)]),
    ),
  ];
  for (const value of values) expect(describeValue(value).join('\n').length).toBeLessThan(10_000);
});
