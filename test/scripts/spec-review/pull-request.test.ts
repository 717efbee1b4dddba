import { describe, expect, test } from 'vitest';
import { cutBody, LONGEST_BODY, pullRequestOf } from '../../../scripts/spec-review/pull-request.ts';

const counts = { 'breaking for models': 0, 'breaking for importers': 0, compatible: 0, cosmetic: 0 };
const report = { to: '2.16', counts, todos: [] } as const;
const grave = { ...report, counts: { ...counts, 'breaking for models': 2, compatible: 3 } } as const;

describe('a pull request', () => {
  test.each([
    [
      'of what breaks models',
      grave,
      'tools: breaking for models',
      'New API description 2.16: 2 breaking for models, 3 compatible',
    ],
    [
      'of what is left to do',
      { ...report, todos: [{ certain: false }, { certain: true }] },
      'tools: cosmetic',
      'New API description 2.16: 1 to do by hand',
    ],
    ['of facts alone', report, 'tools: cosmetic', 'New API description 2.16: no tool changes'],
    [
      'of a version that is no word',
      { ...report, to: '$(id) `x`\n'.repeat(9) },
      'tools: cosmetic',
      'New API description idxidxidxidxidxidxid: no tool changes',
    ],
  ])('%s', (_, counted, label, title) => {
    expect(pullRequestOf(counted, '# Report', undefined)).toMatchObject({ label, title });
  });

  test('has the report for a text', () => {
    expect(pullRequestOf(grave, '# Report\n').body).toBe('# Report');
  });

  test('names what failed before the report, whatever it said', () => {
    const said = `${'noise\n'.repeat(100)}\`\`\`\n</details> @everyone\nthe end`;
    const { body } = pullRequestOf(report, '# Report', { step: 'npm test', said });
    expect(body).toContain('## Failed: npm test\n\n````text\n');
    expect(body).toContain('the end\n````\n\n# Report');
    expect(body.match(/noise/g)?.length).toBeLessThan(40);
  });
});

describe('a text that is too long', () => {
  const row = '| `a` | argument | 🙂 |\n';
  test.each([LONGEST_BODY - 10, LONGEST_BODY, LONGEST_BODY + 1, 10 * LONGEST_BODY])(
    'of %d characters fits, and says so',
    (length) => {
      const body = `# Report\n<details><summary>x</summary>\n\n${row.repeat(length)}`.slice(0, length);
      const cut = cutBody(body);
      expect(cut.length).toBeLessThanOrEqual(LONGEST_BODY);
      if (length <= LONGEST_BODY) return expect(cut).toBe(body);
      expect(cut).toContain('The rest was left out');
      expect(cut.split('<details>').length).toBe(cut.split('</details>').length);
      expect(cut.isWellFormed()).toBe(true);
    },
  );

  test('also where it is one line', () => {
    const cut = cutBody('x'.repeat(2 * LONGEST_BODY));
    expect(cut.length).toBeLessThanOrEqual(LONGEST_BODY);
    expect(cut).toContain('The rest was left out');
  });
});
