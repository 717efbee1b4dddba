import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLines } from '../../../runtime/value/split-lines.ts';
import { expectLinear } from '../../support/expect-linear.ts';

type Seen = string | { first: string; last: string };

/** What is told of these bytes, in chunks of a size. */
function split(bytes: Uint8Array, limit: number, size: number): Seen[] {
  const seen: Seen[] = [];
  const take = splitLines(limit, { onLine: (line) => seen.push(line), onLongLine: (ends) => seen.push(ends) });
  for (let start = 0; start < bytes.length; start += size) take(bytes.subarray(start, start + size));
  return seen;
}

const encode = (text: string) => new TextEncoder().encode(text);

test('lines are the same whatever the chunks', () => {
  const lines = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\n', '')));
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 30 }), (written, size) => {
      const bytes = encode(written.map((line) => `${line}\n`).join(''));
      expect(split(bytes, 1000, size)).toEqual(written.map((line) => new TextDecoder().decode(encode(line))));
    }),
  );
});

test.each([1, 7, 1000, 100_000])('a long line is told by its ends, in chunks of %i', (size) => {
  const long = `first${'.'.repeat(3000)}last`;
  const [before, told, after, ...rest] = split(encode(`a\n${long}\nb\nunfinished`), 1000, size);
  expect([before, after, rest]).toEqual(['a', 'b', []]);
  expect(told).toEqual({ first: long.slice(0, 256), last: long.slice(-256) });
});

test.each([
  [1000, 'string'],
  [1001, 'object'],
])('a line of %i bytes at a limit of 1,000 is a %s', (length, kind) => {
  expect(split(encode(`${'x'.repeat(length)}\n`), 1000, 64).map((seen) => typeof seen)).toEqual([kind]);
});

test('a line that comes byte by byte is not copied again and again', () => {
  expectLinear(100_000, (size) => {
    const take = splitLines(1024 * 1024, { onLine: () => {}, onLongLine: () => {} });
    const byte = Uint8Array.of(0x78);
    return () => {
      for (let index = 0; index < size; index += 1) take(byte);
    };
  });
});

test('a long line is not kept', () => {
  const chunk = new Uint8Array(1024 * 1024).fill(0x78);
  const take = splitLines(1024 * 1024, { onLine: () => {}, onLongLine: () => {} });
  take(chunk);
  const before = process.memoryUsage().arrayBuffers;
  for (let index = 0; index < 200; index += 1) take(chunk);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
});
