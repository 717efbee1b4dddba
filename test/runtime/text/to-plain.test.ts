import { expect, test } from 'vitest';
import { toPlain } from '../../../runtime/text/to-plain.ts';
import { expectLinear } from '../../support/expect-linear.ts';

test.each([
  'Hello there',
  'First line\n  second line\n\n\n- a\n* b\n\n1) c',
  'x*y*z 2**3 2*3*4 5**6',
  'snake_case 2 * 3 <Your Name> a < b & c',
  'Thanks\n---\nBob',
  '  ',
  'C:\\*.txt',
])('%j has no marks and stays to the letter', (text) => {
  expect(toPlain(text)).toBe(text);
});

test.each([
  ['**bold** and *slanted* ~~gone~~', 'bold and slanted gone'],
  ['[docs](https://x.example/?a=1&b=2)', 'docs (https://x.example/?a=1&b=2)'],
  ['<https://x.example> <a@b.example>', 'https://x.example a@b.example'],
  ['![p](https://x.example/p.png)', 'p (https://x.example/p.png)'],
  ['# Title\nText', 'Title\n\nText'],
  ['**a**\n\n1. One\n2. Two\n   - x\n3. Three\n\nend', 'a\n\n1. One\n2. Two\n  - x\n3. Three\n\nend'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a | b\n1 | 2'],
  ['```js\na b\n```', 'a b'],
  ['Hi {{name|fallback:"*you*"}} **x**', 'Hi {{name|fallback:"*you*"}} x'],
  ['<p>Hi <b>x</b> 2*3*4</p><ul><li>a_b_c</li></ul>', 'Hi x 2*3*4\n\n- a_b_c'],
  ['a<br>b <b>c</b> **d**', 'a\nb c d'],
  ['a<br>\nb\nc', 'a\nb\nc'],
  ['**a**\n\n</div>\n\nb', 'a\n\nb'],
])('%j becomes %j', (text, plain) => {
  expect(toPlain(text)).toBe(plain);
  expect(toPlain(plain)).toBe(plain);
});

test.each(['[a](b) ', '<b>', '- a\n'])('hostile %j takes time in proportion', (piece) => {
  expectLinear(10_000, (size) => {
    const text = piece.repeat(Math.ceil(size / piece.length));
    return () => toPlain(text);
  });
});
