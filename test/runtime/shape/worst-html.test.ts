import { describe, expect, test } from 'vitest';
import { convertHtml, convertInPieces } from '../../../runtime/shape/html/html-to-markdown.ts';
import { worstHtml } from './support/worst-html.ts';

/** Steps for a character of HTML at most, whatever it is: what indented lines of one character cost. */
const MOST_STEPS = 45;

describe('the worst HTML takes steps in proportion to its characters', () => {
  test.each(Object.entries(worstHtml))('%s', (_name, make) => {
    const [once, twice, fourTimes] = [6_000, 12_000, 24_000].map((size) => {
      const html = make(size);
      const { work, markdown } = convertHtml(html);
      expect(work).toBeLessThanOrEqual(MOST_STEPS * html.length);
      expect(markdown.length).toBeLessThanOrEqual(work);
      return work / html.length;
    });
    // What is nested or repeated costs no more for each character where there is more of it; margins grow to their limit.
    expect(twice).toBeLessThanOrEqual((once ?? 0) * 1.3 + 0.1);
    expect(fourTimes).toBeLessThanOrEqual((twice ?? 0) * 1.3 + 0.1);
  });

  test('there are many of them, and each is as large as it says', () => {
    expect(Object.keys(worstHtml).length).toBeGreaterThanOrEqual(60);
    for (const make of Object.values(worstHtml)) expect(make(6_000).length).toBeGreaterThan(4_000);
  });
});

/** What HTML is read to in pieces of so many characters, and in how many steps. */
function inPieces(html: string, size: number) {
  const pieces = convertInPieces(html, { piece: size });
  for (let steps = 1; ; steps += 1) {
    const { done, value } = pieces.next();
    if (done) return { steps, markdown: value.markdown };
  }
}

describe('others have their turn while it is read', () => {
  test.each(Object.entries(worstHtml))('%s reads the same in pieces', (_name, make) => {
    const html = make(3_000);
    const { markdown } = inPieces(html, html.length + 1);
    for (const size of [1, 7, 256]) expect(inPieces(html, size).markdown).toBe(markdown);
  });

  test('a piece is 16,000 characters', () => {
    for (const html of [`<pre>${'a\n'.repeat(100_000)}`, `<p>${'x'.repeat(5_000_000)}`, '<b>x</b> '.repeat(5_000)])
      expect(inPieces(html, 16_000).steps).toBeGreaterThan(Math.min(html.length, 200_000) / 16_000);
  });
});

describe('what is cut is said', () => {
  test('text that is longer than what is read', () => {
    expect(convertHtml(`<p>${'x'.repeat(5_000_000)}`).markdown.slice(-60)).toMatch(
      /x\n\[4800003 more characters of HTML were not read\]$/,
    );
  });

  test('more elements than are read', () => {
    const { markdown } = convertHtml('<p>x'.repeat(20_000));
    expect(markdown).toMatch(/x\n\[40001 more characters of HTML were not read\]$/);
  });

  test('elements that are nested deeper than in any browser', () => {
    const { markdown } = convertHtml(`seen ${'<div>'.repeat(600)}<p hidden>EVIL`);
    expect(markdown).toBe('seen\n[454 characters of HTML, nested too deeply to be read]');
  });

  test('work ends there: a text of megabytes takes no more than the longest that is read', () => {
    for (const make of Object.values(worstHtml))
      expect(convertHtml(make(2_000_000)).work).toBeLessThanOrEqual(5 * 200_000);
  });
});
