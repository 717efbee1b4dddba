import { describe, expect, test } from 'vitest';
import { run } from '../cli/support/run-line.ts';
import { textOf } from './support/pages.ts';
import { symptoms } from './support/symptoms.ts';

const [own = ''] = textOf('docs/troubleshooting.md').split('What Claude Code');

/** The texts of the tables, each with the status before it. */
const rows = [...own.matchAll(/^\| (?:(\d{3}) \| )?`([^`]+)` \|/gm)].map(([, status, text = '']) => ({ text, status }));

test('every text that the page shows is made here, and the other way round', () => {
  expect(rows.map(({ text }) => text).toSorted()).toEqual(Object.keys(symptoms).toSorted());
});

describe('the program says', () => {
  test.each(rows)('$text', async ({ text, status = '' }) => {
    const parts = text.split('…').map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
    const said = (await symptoms[text]?.()) ?? '';
    expect(said).toMatch(new RegExp(parts.join('[^]*?')));
    if (!text.startsWith('store')) expect(said).toContain(status);
  });
});

test('doctor checks what the page shows, in its order', async () => {
  const [, shown = ''] = /^```text\n([\s\S]*?)^```$/m.exec(own) ?? [];
  const labels = (text: string) =>
    [...text.matchAll(/^(?:(?:ok|skipped) +)?([A-Za-z ]+?)(?: {2,}.*|\.)$/gm)].map(([, label]) => label);
  const { stdout } = await run(['doctor', '--sandbox']);
  expect(labels(shown).length).toBeGreaterThan(10);
  expect(labels(stdout)).toEqual(labels(shown));
});

test('a text that the program does not say is noticed', async () => {
  expect(await symptoms['No Intercom access token is set.']?.()).not.toMatch(/No Intercom token/);
});
