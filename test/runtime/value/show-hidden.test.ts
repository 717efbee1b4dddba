import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSeen, showHidden } from '../../../runtime/value/show-hidden.ts';

const table: [string, string][] = [
  ['a\u202eb\u2066c\u2069', 'a⟨U+202E⟩b⟨U+2066⟩c⟨U+2069⟩'],
  ['a\u200bb\u200cc\u200dd\u2060e\ufefff', 'a⟨U+200B⟩b⟨U+200C⟩c⟨U+200D⟩d⟨U+2060⟩e⟨U+FEFF⟩f'],
  ['hi\u{e0049}\u{e007f}', 'hi⟨U+E0049⟩⟨U+E007F⟩'],
  ['a\ufe0f b\ufe01 c\u{e0101}', 'a⟨U+FE0F⟩ b⟨U+FE01⟩ c⟨U+E0101⟩'],
  ['soft\u00adhyphen', 'soft⟨U+00AD⟩hyphen'],
  ['line\u2028par\u2029next\u0085tab\tend\u0000', 'line⟨U+2028⟩par⟨U+2029⟩next⟨U+0085⟩tab⟨U+0009⟩end⟨U+0000⟩'],
  ['\u115f\u3164\uffa0\u2800\u034f\u061c\ufffc', '⟨U+115F⟩⟨U+3164⟩⟨U+FFA0⟩⟨U+2800⟩⟨U+034F⟩⟨U+061C⟩⟨U+FFFC⟩'],
  ['\ue000\ud800x\udc00\uffff', '⟨U+E000⟩⟨U+D800⟩x⟨U+DC00⟩⟨U+FFFF⟩'],
  ['⟨U+202E⟩', '⟨U+27E8⟩U+202E⟨U+27E9⟩'],
  [`a${' '.repeat(7)}b${' \u00a0'.repeat(100)}c`, `a${' '.repeat(7)}b⟨200 blanks⟩c`],
  [`a${'\u0301'.repeat(30)}b`, 'a⟨30 combining marks⟩b'],
];

test.each(table)('%j is shown as %s', (text, shown) => {
  expect(showHidden(text)).toBe(shown);
});

const seen = ['Grüße, 你好, שלום, नमस्ते', '❤️ 👨‍👩‍👧 👍🏽 1️⃣ 🇫🇷', 'a\u00a0b', 'e\u0301', '<b>&amp;\'"'];

test.each(seen)('%s is left as it is', (text) => {
  expect(showHidden(text)).toBe(text);
  expect(isSeen(text)).toBe(true);
});

const anyChar = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

test('what is shown hides nothing, and says which characters were there', () => {
  const char = fc.oneof(fc.constantFrom(...table.flatMap(([text]) => [...text])), anyChar);
  fc.assert(
    fc.property(fc.array(char, { maxLength: 6 }), (chars) => {
      const text = chars.join('');
      const shown = showHidden(text);
      expect(isSeen(shown.replaceAll(/⟨(?:U\+[\dA-F]{4,6}|\d+ (?:blanks|combining marks))⟩/g, ''))).toBe(true);
      expect(isSeen(text)).toBe(!shown.includes('⟨'));
      if (/blanks|marks/.test(shown)) return;
      const charOf = (_: string, code: string): string => String.fromCodePoint(Number.parseInt(code, 16));
      expect(shown.replaceAll(/⟨U\+([\dA-F]+)⟩/g, charOf)).toBe(text);
    }),
  );
});
