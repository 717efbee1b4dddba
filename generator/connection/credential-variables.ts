import type { SecurityScheme } from '../../runtime/profile/security.ts';
import { placeOf } from './implied-keys.ts';
import type { SentScheme } from './read-schemes.ts';
import { capitals, type VariableNames, withKind } from './variable-names.ts';

/** Schemes with the environment variables that their credentials are taken from. */
export interface CredentialVariables {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** The variable of every scheme that takes a token and has none that is set; missing where no scheme takes one. */
  readonly token?: string;
}

/** Names a variable for each credential: after its kind, and after its scheme where there are several of that kind. */
export function credentialVariables(
  schemes: ReadonlyMap<string, SentScheme>,
  names: VariableNames,
): CredentialVariables {
  const all = [...schemes].map(([name, { scheme }]) => [name, scheme] as const);
  const count = (...types: readonly SecurityScheme['type'][]) =>
    all.filter(([, { type }]) => types.includes(type)).length;
  const tokens = count('bearer', 'clientCredentials');
  const places = new Map<string, string>();
  const keys = new Set(all.filter(([, { type }]) => type === 'apiKey').map(([, scheme]) => placeOf(scheme))).size;
  const token = tokens > 0 ? names.take('TOKEN') : undefined;

  /** The same key may be declared twice, under two names. */
  function keyOf(name: string, scheme: SecurityScheme): string {
    const place = placeOf(scheme);
    const known = places.get(place) ?? names.take(keys === 1 ? 'API_KEY' : capitals(name) || 'API_KEY');
    places.set(place, known);
    return known;
  }

  const tokenOf = (name: string) => (tokens === 1 && token !== undefined ? token : names.take(withKind(name, 'TOKEN')));
  const take = (name: string, isOnly: boolean, kind: string) => names.take(isOnly ? kind : withKind(name, kind));

  function withVariables(name: string, scheme: SecurityScheme): SecurityScheme {
    switch (scheme.type) {
      case 'bearer':
        return { ...scheme, environment: { token: tokenOf(name) } };
      case 'apiKey':
        return { ...scheme, environment: { key: keyOf(name, scheme) } };
      case 'basic': {
        const isOnly = count('basic') === 1;
        return {
          ...scheme,
          environment: { username: take(name, isOnly, 'USERNAME'), password: take(name, isOnly, 'PASSWORD') },
        };
      }
      case 'clientCredentials': {
        const isOnly = count('clientCredentials') === 1;
        const environment = {
          token: tokenOf(name),
          clientId: take(name, isOnly, 'CLIENT_ID'),
          clientSecret: take(name, isOnly, 'CLIENT_SECRET'),
          scopes: take(name, isOnly, 'SCOPES'),
          tokenUrl: take(name, isOnly, 'TOKEN_URL'),
        };
        return { ...scheme, environment };
      }
      default:
        return scheme satisfies never;
    }
  }
  return {
    schemes: Object.fromEntries(all.map(([name, scheme]) => [name, withVariables(name, scheme)])),
    ...(token !== undefined && { token }),
  };
}
