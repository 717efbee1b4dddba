import { ConfigError, ToolkitError } from '../value/errors.ts';
import { ALGORITHM, type CatalogIdentity, hexDigits, SHORTEST_DIGEST } from './catalog-identity.ts';

/** Tools that a caller expects: refused, or reported, where they are others. */
export interface CatalogPin {
  /** The digest of the expected tools, or its beginning with at least 12 hexadecimal digits. */
  readonly expectCatalog?: string | undefined;
  /** Told that the tools are others, which then are served all the same; without it they are refused by that very error. */
  readonly onCatalogChange?: ((change: CatalogChangedError) => void) | undefined;
}

/** The tools are not those that were expected. Code `catalog_changed`. */
export class CatalogChangedError extends ToolkitError {
  override readonly name = 'CatalogChangedError';
  readonly expected: string;
  readonly catalog: CatalogIdentity;

  constructor(expected: string, catalog: CatalogIdentity) {
    super(
      'catalog_changed',
      `The tools are not the ones that were expected: a model would be told of the catalogue ${catalog.version} with the digest ${catalog.digest}, where ${expected} was expected.`,
      `Compare the definitions of the tools before and after, with the same filters. To accept the change, expect ${catalog.digest}.`,
    );
    this.expected = expected;
    this.catalog = catalog;
  }
}

/** A pin in the form of a digest, in lower case; throws {@link ConfigError} for what is none. */
export function readPin(text: string): string {
  const digits = /^(?:sha256-)?([0-9a-f]{1,64})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (digits !== undefined && digits.length >= SHORTEST_DIGEST) return ALGORITHM + digits;
  throw new ConfigError(
    `${JSON.stringify(text.slice(0, 100))} is no digest of a catalogue.`,
    `Use sha256- and its 64 hexadecimal digits, or at least the first ${SHORTEST_DIGEST} of them, as the server announces it.`,
  );
}

/** What differs from a pin; undefined where nothing does. Throws {@link ConfigError} for what is no pin. */
export function changedFrom(pin: string, catalog: CatalogIdentity): CatalogChangedError | undefined {
  const expected = readPin(pin);
  return hexDigits(catalog.digest).startsWith(hexDigits(expected))
    ? undefined
    : new CatalogChangedError(expected, catalog);
}

/** Throws {@link CatalogChangedError}, or tells of it, where the tools are not those that are expected. */
export function checkPin({ expectCatalog, onCatalogChange }: CatalogPin, catalog: () => CatalogIdentity): void {
  const changed = expectCatalog === undefined ? undefined : changedFrom(expectCatalog, catalog());
  if (changed === undefined) return;
  if (onCatalogChange === undefined) throw changed;
  onCatalogChange(changed);
}
