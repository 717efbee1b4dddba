import { expect, test, vi } from 'vitest';
import { catalogIdentity } from '../../../runtime/catalog/catalog-identity.ts';
import { CatalogChangedError, changedFrom, checkPin, readPin } from '../../../runtime/catalog/catalog-pin.ts';
import { ConfigError } from '../../../runtime/value/errors.ts';

const HEX = '0123456789abcdef'.repeat(4);
const catalog = catalogIdentity(`sha256-${HEX}`, '2.16');
const OTHER = `sha256-${'f'.repeat(64)}`;

test.each([
  ['the digest', `sha256-${HEX}`],
  ['its digits', HEX],
  ['its beginning', HEX.slice(0, 12)],
  ['its beginning with the algorithm', `sha256-${HEX.slice(0, 20)}`],
  ['capital letters, and the space of a line', ` SHA256-${HEX.toUpperCase()}\n`],
])('takes %s', (_, pin) => {
  expect(changedFrom(pin, catalog)).toBeUndefined();
});

test.each([
  ['nothing', ''],
  ['eleven digits', HEX.slice(0, 11)],
  ['a digit too many', `${HEX}0`],
  ['another algorithm', `sha512-${HEX}`],
  ['other letters', 'sha256-0123456789xyz'],
  ['two of them', `sha256-${HEX}, sha256-${HEX}`],
  ['a pattern', 'sha256-.*............'],
  ['a version', '2.16+0123456789ab'],
])('refuses %s at once', (_, pin) => {
  expect(() => readPin(pin)).toThrow(ConfigError);
});

test('another digest says what was expected, what there is and how to accept it', () => {
  const change = changedFrom(OTHER, catalog);
  expect(change?.code).toBe('catalog_changed');
  expect(change?.message).toContain(OTHER);
  expect(change?.message).toContain(catalog.version);
  expect(change?.help).toContain(catalog.digest);
});

test('a digest that ends as expected is another one', () => {
  expect(changedFrom(`f${HEX.slice(1)}`, catalog)).toBeInstanceOf(CatalogChangedError);
});

test('is refused, or told of where somebody listens', () => {
  expect(() => checkPin({ expectCatalog: OTHER }, () => catalog)).toThrow(CatalogChangedError);
  const onCatalogChange = vi.fn();
  checkPin({ expectCatalog: OTHER, onCatalogChange }, () => catalog);
  checkPin({ expectCatalog: HEX, onCatalogChange }, () => catalog);
  expect(onCatalogChange).toHaveBeenCalledExactlyOnceWith(expect.any(CatalogChangedError));
  // What is malformed names no tools at all: there is nothing to warn of.
  expect(() => checkPin({ expectCatalog: 'latest', onCatalogChange }, () => catalog)).toThrow(ConfigError);
});

test('nobody pays for a digest that nobody expects', () => {
  const compute = vi.fn(() => catalog);
  checkPin({}, compute);
  expect(compute).not.toHaveBeenCalled();
});
