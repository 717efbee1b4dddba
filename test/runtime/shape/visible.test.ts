import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../runtime/shape/html/html-to-markdown.ts';
import { createDocument } from '../../judges/create-document.ts';

const names =
  'b i font span p div li ul ol table tr td th tbody h1 h2 blockquote pre code dd dl button em section svg center select caption label'.split(
    ' ',
  );
const attributes = ['', '', '', '', ' style="display:none"', ' hidden', ' x=1'];
const hidden = '[hidden],[style],script,style,object,select,svg,math';

const piece = fc.oneof(
  fc
    .record({ name: fc.constantFrom(...names), attribute: fc.constantFrom(...attributes) })
    .map(({ name, attribute }) => `<${name}${attribute}>`),
  fc.constantFrom(...names).map((name) => `</${name}>`),
  fc.constant('WORD'),
);
const html = fc
  .array(piece, { minLength: 3, maxLength: 18 })
  .map((pieces) => pieces.map((text, at) => (text === 'WORD' ? `w${at}w` : text)).join(''));

/** The words that are seen in the tree that a browser makes. */
function seenInTree(text: string): readonly string[] {
  const { body } = createDocument(`<x-text>${text}</x-text>`);
  for (const element of body.querySelectorAll(hidden)) element.remove();
  return body.textContent?.match(/w\d+w/g) ?? [];
}

test('misplaced tags show nothing that a browser hides', () => {
  fc.assert(
    fc.property(html, (text) => {
      const seen = new Set(seenInTree(text));
      expect(
        htmlToMarkdown(text)
          .match(/w\d+w/g)
          ?.filter((word) => !seen.has(word)) ?? [],
      ).toEqual([]);
    }),
    { numRuns: 3_000, seed: 11 },
  );
});

test('and hide nothing that it shows, but for what a hidden table puts in front of itself', () => {
  fc.assert(
    fc.property(html, (text) => {
      fc.pre(!text.includes('table'));
      const shown = new Set(htmlToMarkdown(text).match(/w\d+w/g));
      expect(seenInTree(text).filter((word) => !shown.has(word))).toEqual([]);
    }),
    { numRuns: 2_000, seed: 12 },
  );
});
