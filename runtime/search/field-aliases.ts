import type { SearchProfile, SearchShape } from '../profile/search-profile.ts';
import { fieldRule, letters } from './field-rule.ts';
import type { Searched } from './search-context.ts';

/** The kind of thing that a search finds; undefined where the profile knows none. */
export function kindOf({ rules, profile }: Searched): string | undefined {
  return Object.entries(profile.kinds).find(([, marker]) => fieldRule(rules, marker) !== undefined)?.[0];
}

/** A search as the profile's own functions look at it. */
export function searchShape({ rules, profile }: Searched): SearchShape {
  return { rules, kind: kindOf({ rules, profile }), hasField: (name) => fieldRule(rules, name) !== undefined };
}

/** The one field of a search that another name stands for; undefined where there is none. */
export function aliasOf({ rules, profile }: Searched, name: string): string | undefined {
  const known = (indexOf(profile).get(letters(name)) ?? []).filter(
    ({ field, kind }) =>
      fieldRule(rules, field) !== undefined && (kind === undefined || kind === kindOf({ rules, profile })),
  );
  return known.length === 1 ? known[0]?.field : undefined;
}

interface Alias {
  readonly name: string;
  readonly field: string;
  readonly kind: string | undefined;
}

const indexes = new WeakMap<SearchProfile, ReadonlyMap<string, readonly Alias[]>>();

function indexOf(profile: SearchProfile): ReadonlyMap<string, readonly Alias[]> {
  const known = indexes.get(profile);
  if (known !== undefined) return known;
  const aliases = profile.aliases.flatMap(([field, names, kind]) =>
    names.split(' ').map((name) => ({ name: letters(name), field, kind })),
  );
  const index = Map.groupBy(aliases, ({ name }) => name);
  indexes.set(profile, index);
  return index;
}
