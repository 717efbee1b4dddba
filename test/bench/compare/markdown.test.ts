import { expect, test } from 'vitest';
import { judgeGoals } from '../../../bench/compare/goals.ts';
import { insertInto, markdownOf } from '../../../bench/compare/markdown.ts';
import { createFigures } from '../../../bench/measures/figures.ts';
import { type HttpMetricName, httpMetrics, type MetricName, metrics } from '../../../bench/measures/metrics.ts';

function compared() {
  const stdio = createFigures<MetricName>();
  const http = createFigures<HttpMetricName>();
  stdio.add('floor', 'coldStart', 100);
  stdio.add('ours', 'coldStart', 110);
  stdio.add('ours', 'listTokens', 38_001);
  stdio.refuse('omg', 'accepted', new Error('a `tool` | without <schema>'));
  http.add('bare', 'calls16', 1000);
  http.add('ours gateway', 'calls16', 1100);
  return {
    stdio: { figures: stdio, metrics, contestants: ['floor', 'ours', 'omg'] },
    http: { figures: http, metrics: httpMetrics, contestants: ['bare', 'ours gateway'] },
    titles: { ours: 'this checkout' },
  };
}

test('a goal is met at its limit, missed beyond it, and neither where nothing was measured', () => {
  const goals = judgeGoals(compared());
  expect(goals.find(({ what }) => what.startsWith('cold start'))).toMatchObject({ measured: '1.10×', isMet: true });
  expect(goals.find(({ what }) => what.startsWith('list of all'))).toMatchObject({ measured: '38,001', isMet: false });
  expect(goals.find(({ what }) => what.startsWith('gateway'))).toMatchObject({ goal: '≥ 1.20×', isMet: false });
  expect(goals.find(({ what }) => what.startsWith('list in code'))).toMatchObject({ measured: '–', isMet: undefined });
});

const occasion = { date: '2026-01-02', machine: '2 cores', description: 'a.json', command: 'npm run bench' };

test('tables of a page have a cell a contestant, and no message breaks them', () => {
  const text = markdownOf(compared(), occasion);
  expect(text).toContain('| cold start to tools/list, ms | 100 | 110  1.10× | – |');
  expect(text).toContain('- omg: official client takes the list: a  tool    without  schema ');
  for (const table of text.split('\n\n').filter((part) => part.startsWith('|')))
    expect(new Set(table.split('\n').map((line) => line.split('|').length)).size).toBe(1);
});

test('only what stands between the marks of a page is replaced', () => {
  const [begin, end] = [
    '<!-- What npm run bench writes begins here. -->',
    '<!-- What npm run bench writes ends here. -->',
  ];
  const page = `before\n${begin}\nold\n${end}\nafter\n`;
  expect(insertInto(page, 'new')).toBe(`before\n${begin}\n\nnew\n\n${end}\nafter\n`);
  expect(insertInto(insertInto(page, 'new'), 'new')).toBe(insertInto(page, 'new'));
  expect(() => insertInto('nothing', 'new')).toThrow('the page has no lines');
});
