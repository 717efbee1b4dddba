import { expect, test } from 'vitest';
import { readLines } from '../../../cli/process/read-lines.ts';

async function* chunks(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}

test.each([
  [['a\nb\n'], ['a', 'b']],
  [
    ['a\r\n', '\r\nb'],
    ['a', '', 'b'],
  ],
  [
    ['x', 'y\n', 'z'],
    ['xy', 'z'],
  ],
  [[], []],
])('%j', async (texts, lines) => {
  const read: string[] = [];
  for await (const line of readLines(chunks(...texts))) read.push(line);
  expect(read).toEqual(lines);
});

test.each([true, false])('a line of 200 MB is refused and not kept, with its end (%s) or without', async (hasEnd) => {
  const chunk = new Uint8Array(1024 * 1024).fill(0x78);
  async function* endless() {
    yield new TextEncoder().encode('first\n');
    for (let index = 0; index < 200; index += 1) yield chunk;
    if (hasEnd) yield new TextEncoder().encode('\n');
  }
  const lines = readLines(endless());
  expect((await lines.next()).value).toBe('first');
  const before = process.memoryUsage().arrayBuffers;
  await expect(lines.next()).rejects.toMatchObject({ code: 'invalid_config' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
});
