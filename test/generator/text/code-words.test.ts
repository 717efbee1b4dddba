import { expect, test } from 'vitest';
import { codeWords } from '../../../generator/text/code-words.ts';

test.each([
  ['type A = Time | Page<B>;', ['type', 'A', 'Time', 'Page', 'B']],
  ['interface A { Time: string; Id?: number }', ['interface', 'A', 'string', 'number']],
  ['/** Time */ type A = "Time" | \'Id\' | Wire<"a\\"Time">;', ['type', 'A', 'Wire']],
  ['type A = "/** " | Time;', ['type', 'A', 'Time']],
])('%s', (text, words) => {
  expect([...codeWords(text)]).toEqual(words);
});
