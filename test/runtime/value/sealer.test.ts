import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { ByteReader, ByteWriter } from '../../../runtime/value/byte-text.ts';
import { createSealer } from '../../../runtime/value/sealer.ts';

test('what was sealed is opened by each of its owners and by no one else, in any process that knows the secret', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), text, text, text, async (bytes, one, other, stranger) => {
      fc.pre(stranger !== one && stranger !== other);
      const sealed = await createSealer('secret').seal(bytes, [one, other]);
      for (const owners of [[one], [other], [stranger, other]])
        expect(await createSealer('secret').open(sealed, owners)).toEqual(bytes);
      expect(await createSealer('secret').open(sealed, [stranger])).toBe('foreign');
      expect(await createSealer('other').open(sealed, [one, other])).toBe('foreign');
    }),
    { numRuns: 15 },
  );
});

test('what was sealed without the modules of Node is opened with them, and the other way round', async () => {
  const withNode = createSealer('secret');
  const look = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  const without = createSealer('secret');
  look.mockRestore();
  const bytes = Uint8Array.from([1, 2, 3]);
  expect(await without.seal(bytes, ['a', 'b'])).toBe(await withNode.seal(bytes, ['a', 'b']));
});

test('no text of foreign hands is opened', async () => {
  const sealer = createSealer('secret');
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.base64String()), async (text) => {
      expect(['damaged', 'foreign']).toContain(await sealer.open(text, ['a']));
    }),
    { numRuns: 200 },
  );
});

test('numbers and texts are read as they were written', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.base64String(),
    fc.nat({ max: Number.MAX_SAFE_INTEGER }).map(String),
    fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('hex')),
  );
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), text, text, (number, one, other) => {
      const reader = new ByteReader(new ByteWriter().text(one).number(number).text(other).bytes);
      expect([reader.text(), reader.number(), reader.text()]).toEqual([one, number, other]);
      expect(reader.text()).toBe('');
      expect(reader.number()).toBeNaN();
    }),
  );
});
