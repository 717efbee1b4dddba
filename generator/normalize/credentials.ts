import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';

/** Names that mean a credential in any API, whether its description says so or not. */
const always = ['access_token', 'oauth_token', 'api_key', 'apikey'].map((name) => `query ${name}`);

/** The parameters that carry a credential by the description's security schemes, as `header x-api-key`: no model is asked for one. */
export function credentialNames(document: Json, lookup: Lookup): ReadonlySet<string> {
  const components = isRecord(document.components) ? document.components : {};
  const schemes = isRecord(components.securitySchemes) ? Object.values(components.securitySchemes) : [];
  const names = schemes
    .map((scheme) => (isRecord(scheme) && typeof scheme.$ref === 'string' ? lookup(scheme.$ref) : scheme))
    .filter(isRecord)
    .filter(({ type }) => type === 'apiKey')
    .map((scheme) => parameterName(scheme));
  return new Set([...names, ...always, 'header x-api-key']);
}

/** Place and name of a parameter; header names know no case. */
export function parameterName({ in: place, name }: Json): string {
  return `${place} ${place === 'header' ? String(name).toLowerCase() : name}`;
}
