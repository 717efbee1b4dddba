import { isRecord } from '../json/json-schema.ts';
import { optionalRequirements } from './read-requirements.ts';
import type { ReadSchemes } from './read-schemes.ts';

/** One way to satisfy an operation, as OpenAPI writes it: schemes that are needed together, each with its scopes. */
export type Need = Readonly<Record<string, readonly string[]>>;

/**
 * The ways of a `security` with all that it says, also of what no request carries, so that another one is told from it; none
 * where nothing is needed.
 */
export function needsOf(security: unknown, schemes: Pick<ReadSchemes, 'isSilent' | 'sent'>): readonly Need[] {
  if (!Array.isArray(security)) return schemes.isSilent ? tidied(optionalRequirements(schemes).map(withoutScopes)) : [];
  return tidied(
    security
      .filter(isRecord)
      .map((way) => Object.fromEntries(Object.entries(way).map(([name, scopes]) => [name, scopesIn(scopes)]))),
  );
}

/** Each way with a further key, and without it as well where that is optional. */
export function withKey(needs: readonly Need[], scheme: string, isRequired: boolean): readonly Need[] {
  const before = needs.length === 0 ? [{}] : needs;
  const having = before.map((way) => ({ ...way, [scheme]: [] }));
  return tidied(isRequired ? having : [...having, ...before]);
}

function withoutScopes(names: readonly string[]): Need {
  return Object.fromEntries(names.map((name) => [name, []]));
}

function scopesIn(scopes: unknown): string[] {
  const texts = (Array.isArray(scopes) ? scopes : []).filter((scope) => typeof scope === 'string' && scope !== '');
  return [...new Set<string>(texts)].sort();
}

/** Once each; nothing but the empty way is nothing. */
function tidied(needs: readonly Need[]): readonly Need[] {
  const unique = [...new Map(needs.map((way) => [JSON.stringify(way), way])).values()];
  return unique.every((way) => Object.keys(way).length === 0) ? [] : unique;
}
