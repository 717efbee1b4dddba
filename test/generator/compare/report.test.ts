import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createMarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import {
  CHANGE_KINDS,
  type Change,
  type ChangeReport,
  type Label,
  type Surface,
} from '../../../generator/compare/change.ts';
import { changeReport } from '../../../generator/compare/change-report.ts';
import { makeChange } from '../../../generator/compare/make-change.ts';
import { markdownReport } from '../../../generator/compare/markdown-report.ts';
import { printReport } from '../../../generator/compare/print-report.ts';
import { readSurface } from '../../../generator/compare/surface.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { document, json, object, surfaceFrom } from './support/compared.ts';

function pets(properties: Json, more: Json = {}): Surface {
  const operation = { requestBody: json(object(properties)), responses: {}, ...more };
  return surfaceFrom(document({ '/pets': { post: operation }, '/cats': { post: operation } }));
}

const text = { type: 'string' };

describe('a report', () => {
  test.each<[string, Surface, Surface, ChangeReport['release']]>([
    ['nothing', pets({ a: text }), pets({ a: text }), 'none'],
    ['words', pets({ a: text }), pets({ a: text }, { summary: 'Other' }), 'patch'],
    ['more', pets({ a: text }), pets({ a: text, b: text }), 'minor'],
    ['less', pets({ a: text, b: text }), pets({ a: text }), 'major'],
  ])('asks for a release by the gravest: %s', (_, before, after, release) => {
    expect(changeReport(before, after).release).toBe(release);
  });

  test('has the gravest first, then by tool and place, counted by label', () => {
    const { changes, counts, tokens } = changeReport(pets({ z: text, y: text }), pets({ b: text, a: text }));
    expect(changes.map(({ label, tool, place }) => `${label.slice(0, 8)} ${tool} ${place}`)).toEqual([
      'breaking create_a_acme_cat y',
      'breaking create_a_acme_cat z',
      'breaking create_a_acme_pet y',
      'breaking create_a_acme_pet z',
      'compatib create_a_acme_cat a',
      'compatib create_a_acme_cat b',
      'compatib create_a_acme_pet a',
      'compatib create_a_acme_pet b',
    ]);
    expect(counts).toEqual({ 'breaking for models': 4, 'breaking for importers': 0, compatible: 4, cosmetic: 0 });
    expect(tokens.from).toBeGreaterThan(0);
  });

  test('without an earlier surface there is nothing to compare with', () => {
    const report = changeReport(undefined, pets({ a: text }));
    expect(report).toMatchObject({ from: undefined, release: 'none', changes: [] });
    expect(printReport(report)).toBe('Version 1: there is nothing to compare with.\n');
  });
});

test('docs/updating.md has a line for each kind', async () => {
  const docs = await readFile(new URL('../../../docs/updating.md', import.meta.url), 'utf8');
  const rows = docs.split('\n').filter((line) => line.startsWith('| `'));
  const kinds = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, kind]) => kind));
  expect(CHANGE_KINDS.filter((kind) => kinds.filter((one) => one === kind).length !== 1)).toEqual([]);
});

function reportOf(changes: readonly Change[], more: Partial<ChangeReport> = {}): ChangeReport {
  const of = (label: Label): number => changes.filter((change) => change.label === label).length;
  const counts = {
    'breaking for models': of('breaking for models'),
    'breaking for importers': of('breaking for importers'),
    compatible: of('compatible'),
    cosmetic: of('cosmetic'),
  };
  return { from: '1', to: '2', release: 'major', counts, tokens: { from: 10, to: 20 }, changes, todos: [], ...more };
}

function gone(tool: string, message = 'a is gone', pointer = '/x'): Change {
  return { ...makeChange({ kind: 'argument removed', breaks: ['models'], place: 'a', message, pointer }), tool };
}

describe('on a terminal', () => {
  test('a report is one line, then labels, tools and what to do', () => {
    const report = reportOf([gone('one'), gone('two', 'b is gone', '/y')], {
      todos: [
        { action: 'tools.yaml#/actions/3', message: 'its target is gone', suggestion: "$.paths['/b']", certain: false },
        { action: 'tools.yaml#/actions/4', message: 'it moved', suggestion: "$.paths['/c']", certain: true },
      ],
    });
    expect(printReport(report).split('\n')).toEqual([
      'Version 1 -> 2: 2 breaking for models. It asks for a major version (below 1.0.0 a minor one). Tokens of all tools: 10 -> 20.',
      '',
      'Breaking for models (2)',
      '  one',
      '    argument removed  a is gone',
      '  two',
      '    argument removed  b is gone',
      '  What to do',
      '    argument removed: Take it out of words and examples; calls that give it are refused.',
      '',
      'To do by hand (1)',
      '  tools.yaml#/actions/3: its target is gone',
      "    perhaps now $.paths['/b']",
      '',
      'Certain moves, which --apply-moves writes into the overlays (1)',
      '  tools.yaml#/actions/4: it moved',
      "    now $.paths['/c']",
      '',
    ]);
  });

  test('what tools share stands once', () => {
    const lines = printReport(reportOf(['a', 'b', 'c'].map((tool) => gone(tool)))).split('\n');
    expect(lines).toContain('  in 3 tools: a, b, c');
    expect(lines.filter((line) => line.includes('a is gone'))).toHaveLength(1);
  });

  test('long lists are counted, not cut silently', () => {
    const changes = Array.from({ length: 10_000 }, (_, index) =>
      gone(`tool_${index}`, `a${index} is gone`, `/${index}`),
    );
    const printed = printReport(reportOf(changes));
    expect(printed.split('\n').length).toBeLessThan(200);
    expect(printed).toContain('and 9940 more in other tools');
  });
  test('of a long list of things to do the rest is counted', () => {
    const todos = Array.from({ length: 250 }, (_, at) => ({ message: `todo ${at}`, certain: false }));
    const printed = printReport(reportOf([], { todos }));
    expect(printed.match(/todo \d+/g)).toHaveLength(100);
    expect(printed).toContain('To do by hand (250)');
    expect(printed).toContain('and 150 more; `--report FILE.md` writes them all');
  });

  test('nothing steers the terminal', () => {
    const hostile = 'a\u001b[2J\u001b]0;x\u0007\r\n\u202eb\u009b31m';
    const printed = printReport(reportOf([gone(hostile, hostile)], { from: hostile, to: hostile }));
    expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(printed).toContain('⟨U+001B⟩[2J');
  });
});

describe('as Markdown', () => {
  const hostile = '`</details><script>alert(1)</script> | @admin #1 [x](http://y) ![](z) **b** <!-- \n# h';

  test('names are names: no markup, no HTML, no mention, no further row', () => {
    const markdown = markdownReport(
      reportOf([gone(hostile, hostile, `/${hostile}`)], {
        to: hostile,
        todos: [{ message: hostile, suggestion: hostile, certain: false }],
      }),
    );
    const html = createMarkdownIt({ html: true }).render(markdown);
    expect(html).not.toMatch(/<(?:script|a|img|strong|em|!--)/);
    expect(html.match(/<h\d>/g)).toEqual(['<h1>', '<h2>', '<h2>']);
    expect(html.match(/<tr>/g)).toHaveLength(2);
    expect(html.match(/<td>/g)).toHaveLength(4);
    expect(html.replaceAll(/<code>.*?<\/code>/g, '')).not.toMatch(/@\w|#\d|:\/\//);
  });

  test('what is certain is apart from what is left to do, and each item is sentences', () => {
    const todos = [
      { message: 'a moved', suggestion: '/b', certain: true },
      { message: 'c is gone', suggestion: '/d', certain: false },
      { message: 'Write words.', certain: false },
    ];
    const markdown = markdownReport(reportOf([], { todos }));
    const [, left = '', certain = ''] = markdown.split('\n## ');
    expect(left).toBe('To do by hand (2)\n\n- [ ] c is gone. Perhaps now `/d`.\n- [ ] Write words.\n');
    expect(certain).toMatch(/^Certain moves \(1\)\n\n.*\n\n- a moved\. Now `\/b`\.\n$/);
  });

  test.each(['2.16', '1. a', '3) b', '- c', '+ d', '4.'])('%j is a line of text as it is', (version) => {
    const html = createMarkdownIt({ html: true }).render(
      markdownReport(reportOf([], { from: undefined, to: version })),
    );
    expect(html).toContain(`<h1>Tools: first version, ${version}</h1>`);
    expect(html).not.toContain('<li>');
  });

  test('versions in the title are read as they are', () => {
    const html = createMarkdownIt().render(markdownReport({ ...reportOf([gone('x')]), from: '2.15', to: '2.16' }));
    expect(html).toContain('<h1>Tools: what changes, 2.15 -&gt; 2.16</h1>');
  });

  test('long sections and long lists of tools are folded, and whole', () => {
    const many = Array.from({ length: 70 }, (_, index) => gone(`tool_${index}`, `a${index} is gone`, `/${index}`));
    const shared = Array.from({ length: 12 }, (_, index) => gone(`other_${index}`));
    const markdown = markdownReport(reportOf([...many, ...shared]));
    expect(markdown).toContain('<details><summary>71 rows</summary>');
    expect(markdown).toContain('<details><summary>12 tools</summary>');
    for (const { tool } of [...many, ...shared]) expect(markdown).toContain(`\`${tool}\``);
    expect(markdown.match(/<details>/g)).toHaveLength(markdown.match(/<\/details>/g)?.length ?? 0);
  });
});

test('a name of a million letters does not fill a report', () => {
  const long = `start${'n'.repeat(1_000_000)}end`;
  const report = reportOf([gone('x', `${long} is gone`, `/${long}`)]);
  for (const text of [printReport(report), markdownReport(report)]) {
    expect(text.length).toBeLessThan(3000);
    expect(text).toMatch(/start.*characters\) .*end is gone/);
  }
});

test('tools that are new stand first, one a line, then what many share, then what is of one', () => {
  const added = Array.from({ length: 3 }, (_, at) =>
    makeChange({ kind: 'tool added', place: '', message: 'it is new: X', pointer: `/${at}` }),
  ).map((change, at) => ({ ...change, tool: `z_${at}` }));
  const more = (tool: string, message: string) => ({
    ...makeChange({ kind: 'argument added', place: 'a', message, pointer: '/a' }),
    tool,
  });
  const report = reportOf([more('a_one', 'own'), more('b_one', 'shared'), more('b_two', 'shared'), ...added]);
  for (const text of [printReport(report), markdownReport(report)]) {
    const places = ['z_0', 'z_2', 'b_one', 'a_one'].map((name) => text.indexOf(name));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  }
  expect(printReport(report)).toContain('\n  tool added  z_0: it is new: X\n  tool added  z_1');
});

describe('what was generated before', () => {
  test.each<[string, Record<string, string>, RegExp | undefined]>([
    ['nothing', {}, undefined],
    ['half of it', { 'catalog.json': '[]' }, undefined],
    [
      'a file that ends in the middle',
      { 'catalog.json': '[{"na', 'operations.json': '{}' },
      /catalog\.json cannot be read/,
    ],
    ['another kind of JSON', { 'catalog.json': '{}', 'operations.json': '[]' }, /catalog\.json is no list of tools/],
    [
      'entries of another kind',
      { 'catalog.json': '[1]', 'operations.json': '{}' },
      /catalog\.json is no list of tools/,
    ],
    ['no operations', { 'catalog.json': '[]', 'operations.json': '7' }, /operations\.json is no description/],
  ])('is no surface: %s', async (_, files, note) => {
    const folder = await mkdtemp(join(tmpdir(), 'surface-'));
    try {
      for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
      const notes: string[] = [];
      expect(await readSurface(folder, { note: (message) => notes.push(message) })).toBeUndefined();
      expect(notes).toEqual(note ? [expect.stringMatching(note)] : []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
