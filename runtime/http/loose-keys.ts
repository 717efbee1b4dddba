import { isRecord } from '../value/value.ts';

/** Properties of one object that are looked at: no error has as many. */
const MOST = 200;

/** The properties of an object under their names in small letters without marks; empty values are left out. */
export interface LooseKeys {
  /** The first of some properties that has a value. */
  readonly first: (...names: readonly string[]) => unknown;
  readonly has: (name: string) => boolean;
}

/** APIs write one name in many ways: `invalid-params`, `invalidParams` and `Invalid_Params` are all read as `invalidparams`. */
export function looseKeys(value: unknown): LooseKeys {
  const known = new Map<string, unknown>();
  for (const [key, part] of Object.entries(isRecord(value) ? value : {}).slice(0, MOST)) {
    const name = key
      .slice(0, 60)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
    if (part !== null && part !== '' && !known.has(name)) known.set(name, part);
  }
  const has = (name: string): boolean => known.has(name);
  const first = (...names: readonly string[]): unknown => known.get(names.find(has) ?? '');
  return { first, has };
}
