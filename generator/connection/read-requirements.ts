import type { Requirements, SecurityScheme } from '../../runtime/profile/security.ts';
import { isRecord } from '../json/json-schema.ts';
import { placeOf } from './implied-keys.ts';
import type { ReadSchemes } from './read-schemes.ts';

/** What a `security` of the description asks for. */
export interface ReadRequirements {
  readonly requirements: Requirements;
  /** Schemes that are required at once and cannot be sent at once: each is taken as an alternative. */
  readonly conflict?: readonly string[];
}

/**
 * Reads a `security`: alternatives that clients can satisfy, optional ones last. Schemes that are settled elsewhere are left out of
 * them; where none can be satisfied, nothing is asked for, since a client of one's own has to see to it.
 */
export function readRequirements(security: readonly unknown[], { sent, unsupported }: ReadSchemes): ReadRequirements {
  const alternatives: string[][] = [];
  let conflict: readonly string[] | undefined;
  for (const entry of security.filter(isRecord)) {
    const names = Object.keys(entry);
    if (names.some((name) => unsupported.has(name))) continue;
    const carried = names.filter((name) => sent.has(name));
    const schemeOf = (name: string) => sent.get(name)?.scheme;
    const rivals = carried.filter((name) => isAuthorization(schemeOf(name)));
    if (rivals.length > 1 && !rivals.every((name) => takesToken(schemeOf(name)))) {
      conflict = rivals;
      for (const rival of rivals) alternatives.push(carried.filter((name) => name === rival || !rivals.includes(name)));
    } else alternatives.push(carried);
  }
  return { requirements: tidied(alternatives), ...(conflict && { conflict }) };
}

/** What is asked for where schemes are declared and nothing says where they are needed: whatever is set is sent. */
export function optionalRequirements({ sent }: Pick<ReadSchemes, 'sent'>): Requirements {
  const names = [...sent.keys()];
  const keys = names.filter((name) => sent.get(name)?.scheme.type === 'apiKey');
  return tidied([...(keys.length > 1 ? [keys] : []), ...names.map((name) => [name]), []]);
}

/** Each alternative with a further scheme, and without it as well where that is optional. */
export function withScheme(requirements: Requirements, scheme: string, isRequired: boolean): Requirements {
  const before = requirements.length === 0 ? [[]] : requirements;
  const having = before.map((names) => [...names, scheme]);
  return tidied(isRequired ? having : [...having, ...before]);
}

/** Once each, and the empty one last; nothing but the empty one is nothing. */
function tidied(alternatives: readonly (readonly string[])[]): Requirements {
  const unique = [...new Map(alternatives.map((names) => [JSON.stringify(names), names])).values()];
  const full = unique.filter((names) => names.length > 0);
  return full.length === 0 || full.length === unique.length ? full : [...full, []];
}

function isAuthorization(scheme: SecurityScheme | undefined): boolean {
  return scheme !== undefined && placeOf(scheme) === 'header authorization';
}

/** One access token satisfies all of these at once. */
function takesToken(scheme: SecurityScheme | undefined): boolean {
  return (scheme?.type === 'bearer' && scheme.prefix === undefined) || scheme?.type === 'clientCredentials';
}
