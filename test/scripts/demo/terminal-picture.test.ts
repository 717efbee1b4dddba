import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { styledLines, terminalPicture } from '../../../scripts/demo/terminal-picture.ts';

test('styles begin and end by their codes, and go on over the end of a line', () => {
  expect(styledLines('a\u001b[1mb\nc\u001b[22md\u001b[32;2me\u001b[0mf\n')).toEqual([
    [
      { text: 'a', styles: [] },
      { text: 'b', styles: ['bold'] },
    ],
    [
      { text: 'c', styles: ['bold'] },
      { text: 'd', styles: [] },
      { text: 'e', styles: ['green', 'dim'] },
      { text: 'f', styles: [] },
    ],
  ]);
});

test('a long line ends in an ellipsis, within its columns', () => {
  const [line = []] = styledLines(`${'x'.repeat(60)}\u001b[2m${'y'.repeat(90)}\u001b[0mz`);
  const text = line.map((piece) => piece.text).join('');
  expect(text).toHaveLength(112);
  expect(text).toMatch(/^x+y+…$/);
});

test('what would be markup is text', () => {
  expect(terminalPicture(styledLines('<b>&'), 'a < b')).toMatch(
    /<title>a &lt; b<\/title>[\s\S]*<text y="14">&lt;b&gt;&amp;<\/text>/,
  );
});

test('a few lines stand still, many rise once for each that has no place', () => {
  const stopsOf = (count: number) =>
    terminalPicture(styledLines('x\n'.repeat(count)), '').match(/translateY\(-?\d+px\)\}/g);
  expect(new Set(stopsOf(10)).size).toBe(1);
  expect(new Set(stopsOf(40)).size).toBe(11);
});

test('the picture of the README shows both workflows to their end (npm run demo:picture)', () => {
  const picture = readFileSync(new URL('../../../docs/images/demo.svg', import.meta.url), 'utf8');
  const calls = [
    'list_all_intercom_search_conversations',
    'intercom_conversations_reply',
    'update_a_intercom_ticket_by_id',
  ];
  for (const name of calls) expect(picture).toContain(`<tspan class="bold">  ${name}</tspan>`);
  expect(picture).toContain('Both workflows ended as they should');
});
