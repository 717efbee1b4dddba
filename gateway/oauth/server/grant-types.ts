import type { GrantKind } from '../../store/contract/oauth.ts';

/** Grant types of RFC 6749 that the token endpoint takes, by the parameter that holds what is redeemed. */
export const grantTypes = {
  authorization_code: { kind: 'code', parameter: 'code' },
  refresh_token: { kind: 'refresh', parameter: 'refresh_token' },
} as const satisfies Readonly<Record<string, { kind: GrantKind; parameter: string }>>;

/** The names of {@link grantTypes}, as metadata and registrations list them. */
export const grantTypeNames: readonly string[] = Object.keys(grantTypes);

/** True for a name of {@link grantTypes}. */
export function isGrantType(name: string): name is keyof typeof grantTypes {
  return Object.hasOwn(grantTypes, name);
}
