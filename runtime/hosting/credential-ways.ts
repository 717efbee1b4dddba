import { securityOf } from '../auth/security-of.ts';
import type { CallingProfile } from '../profile/calling-profile.ts';
import type { Auth, Credential, SecurityScheme } from '../profile/security.ts';
import type { CredentialField, CredentialWay } from './hosted-api.ts';

type Described = Pick<CallingProfile, 'name' | 'connection'>;

/** The field of a credential that is one token. */
export const ACCESS_TOKEN = 'access_token';

/** A credential that is one token. */
export function accessToken(help: string): CredentialWay {
  const field = { name: ACCESS_TOKEN, label: 'Access token', help, secret: true };
  return { id: ACCESS_TOKEN, label: 'Access token', fields: [field] };
}

/**
 * The ways to give a credential of an API, one for each alternative that it has, and where some of its tools ask for something else
 * one for each other scheme. None where it asks for nothing; one without fields where it may be left out.
 */
export function credentialWays({ name, connection }: Described): CredentialWay[] {
  const { schemes, requirements, varies } = securityOf(connection);
  const fields = fieldsOf(schemes, name);
  const named = new Set(requirements.flat());
  const others = varies ? Object.keys(schemes).filter((scheme) => !named.has(scheme)) : [];
  const alternatives = [...requirements, ...others.map((scheme) => [scheme])];
  const isOptional = requirements.length === 0 && others.length > 0;
  const ways = [...alternatives, ...(isOptional ? [[]] : [])].map((together) => ({
    id: together.join('+') || 'none',
    label: together.map((scheme) => labelOf(schemes[scheme], scheme)).join(' and ') || 'No credential',
    fields: together.flatMap((scheme) => (fields.get(scheme) ?? []).map(({ part: _, ...field }) => field)),
  }));
  // An API whose only way is to give nothing asks for nothing.
  return ways.every((way) => way.fields.length === 0) ? [] : ways;
}

/** Values of fields as the credentials of a client, by scheme; a scheme without values is left out. */
export function authOf({ name, connection }: Described, values: Readonly<Record<string, string>>): Auth {
  const { schemes } = securityOf(connection);
  const auth: [string, Credential][] = [];
  for (const [scheme, fields] of fieldsOf(schemes, name)) {
    const parts = fields.map(({ name: field, part }) => [
      part,
      Object.hasOwn(values, field) ? values[field] : undefined,
    ]);
    if (parts.some(([, value]) => value === undefined)) continue;
    const [[first, whole] = []] = parts;
    auth.push([scheme, first === 'whole' ? String(whole) : (Object.fromEntries(parts) as Exclude<Credential, string>)]);
  }
  return Object.fromEntries(auth);
}

/** A field, and which part of its scheme's credential it is. */
interface Part extends CredentialField {
  readonly part: 'whole' | 'username' | 'password' | 'clientId' | 'clientSecret';
}

/** The fields of each scheme: by their plain names where no other scheme has such, else behind the name of the scheme. */
function fieldsOf(schemes: Readonly<Record<string, SecurityScheme>>, api: string): Map<string, readonly Part[]> {
  const kinds = Object.values(schemes).map(({ type }) => type);
  return new Map(
    Object.entries(schemes).map(([name, scheme]) => {
      const isAlone = kinds.filter((type) => type === scheme.type).length === 1;
      const parts = partsOf(scheme, api);
      return [name, isAlone ? parts : parts.map((part) => ({ ...part, name: `${name}_${part.name}` }))];
    }),
  );
}

function partsOf(scheme: SecurityScheme, api: string): Part[] {
  const help = `As ${api} gave it out.`;
  switch (scheme.type) {
    case 'bearer':
      return [{ name: ACCESS_TOKEN, part: 'whole', label: 'Access token', help, secret: true }];
    case 'apiKey':
      return [{ name: 'api_key', part: 'whole', label: `API key (${scheme.name})`, help, secret: true }];
    case 'basic':
      return [
        { name: 'username', part: 'username', label: 'User name', secret: false },
        { name: 'password', part: 'password', label: 'Password', secret: true, mayBeEmpty: true },
      ];
    case 'clientCredentials':
      return [
        { name: 'client_id', part: 'clientId', label: 'Client id', secret: false },
        { name: 'client_secret', part: 'clientSecret', label: 'Client secret', secret: true },
      ];
    default:
      return scheme satisfies never;
  }
}

const LABELS = {
  bearer: 'Access token',
  apiKey: 'API key',
  basic: 'User and password',
  clientCredentials: 'Client id and secret',
} as const satisfies Record<SecurityScheme['type'], string>;

function labelOf(scheme: SecurityScheme | undefined, name: string): string {
  return scheme === undefined ? name : LABELS[scheme.type];
}
