import { keysOf } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';

/** A reference to a security scheme of the description, which no scheme can be called. */
const REFERENCE = /^#\/components\/securitySchemes\/[^/]+$/;

/** A security requirement that names its schemes; OpenAPI 3.2 lets it refer to them as well. */
export function withSchemeNames(requirement: unknown): unknown {
  if (!isRecord(requirement) || !Object.keys(requirement).some((key) => REFERENCE.test(key))) return requirement;
  const named: Json = Object.fromEntries(
    Object.entries(requirement).map(([key, scopes]) => [
      REFERENCE.test(key) ? (keysOf(key).at(-1) ?? key) : key,
      scopes,
    ]),
  );
  return named;
}
