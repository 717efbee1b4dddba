import type { SecurityScheme } from '../../runtime/profile/security.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import type { CallableOperation } from './callable-operations.ts';
import { readScheme } from './read-scheme.ts';
import type { SentScheme } from './read-schemes.ts';

/** Parameters that carry a credential in any API, whether its description says so or not; header names know no case. */
export const ALWAYS: ReadonlySet<string> = new Set([
  'query access_token',
  'query oauth_token',
  'query api_key',
  'query apikey',
  'header x-api-key',
  'header authorization',
]);

/** Place and name of a parameter; header names know no case. */
export function parameterName({ in: place, name }: Json): string {
  return `${place} ${place === 'header' ? String(name).toLowerCase() : name}`;
}

/** The place in a request that a scheme fills. */
export function placeOf(scheme: {
  readonly type: SecurityScheme['type'];
  readonly in?: string | undefined;
  readonly name?: string | undefined;
}): string {
  return scheme.type === 'apiKey' ? parameterName({ in: scheme.in, name: scheme.name }) : 'header authorization';
}

/** A parameter that an operation declares for a credential that no scheme is declared for. */
export interface ImpliedKey {
  /** The name of the scheme that stands for it. */
  readonly scheme: string;
  readonly required: boolean;
}

/** Keys that operations declare as parameters: schemes for them, by name, and by operation which of them it takes. */
export function impliedKeys(
  operations: readonly CallableOperation[],
  declared: ReadonlyMap<string, SentScheme>,
  lookup: Lookup,
): { schemes: ReadonlyMap<string, SentScheme>; of: ReadonlyMap<string, readonly ImpliedKey[]> } {
  const covered = new Set([...declared.values()].map(({ scheme }) => placeOf(scheme)));
  const names = new Map<string, string>();
  const schemes = new Map<string, SentScheme>();
  const of = new Map<string, ImpliedKey[]>();
  for (const { pointer, raw, item } of operations) {
    for (const parameter of parametersOf(item, raw, lookup)) {
      const place = parameterName(parameter);
      if (!ALWAYS.has(place) || covered.has(place)) continue;
      const name = names.get(place) ?? freeName(String(parameter.name), declared);
      names.set(place, name);
      if (!schemes.has(name)) {
        const read = readScheme({ ...parameter, type: 'apiKey' });
        if (read.is === 'sent') schemes.set(name, { scheme: read.scheme, how: read.how, pointer });
      }
      of.set(pointer, [...(of.get(pointer) ?? []), { scheme: name, required: parameter.required === true }]);
    }
  }
  return { schemes, of };
}

/** Those of the path and of the operation, whose own go before. */
function parametersOf(item: Json, raw: Json, lookup: Lookup): Json[] {
  const all = [item.parameters, raw.parameters].flatMap((list) => (Array.isArray(list) ? list : []));
  const known = all.filter(isRecord).map((one) => (typeof one.$ref === 'string' ? (lookup(one.$ref) ?? {}) : one));
  return [...new Map(known.map((one) => [parameterName(one), one])).values()];
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}_${count}`;
  return free;
}
