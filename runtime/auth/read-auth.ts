import { checkToken } from '../http/endpoint.ts';
import type {
  Auth,
  ClientCredential,
  Credential,
  PasswordCredential,
  Security,
  SecurityScheme,
} from '../profile/security.ts';
import { ConfigError } from '../value/errors.ts';
import { didYouMean } from '../value/nearest.ts';
import { schemeOfToken } from './scheme-of-token.ts';

/** Credentials as a client is given them. */
export interface GivenAuth {
  readonly auth?: Auth | undefined;
  /** The short form for the only credential. */
  readonly token?: string | undefined;
}

/** What a scheme is satisfied by, once it was checked. */
export type ReadCredential =
  | { readonly type: 'text'; readonly text: string }
  | ({ readonly type: 'password' } & PasswordCredential)
  | ({ readonly type: 'client' } & ClientCredential);

/** The credentials that are set, checked, by scheme. Throws {@link ConfigError} for one that cannot be, whose message never holds it. */
export function readAuth(
  security: Security,
  { auth = {}, token }: GivenAuth,
  name: string,
): ReadonlyMap<string, ReadCredential> {
  const schemes = new Map(Object.entries(security.schemes));
  const read = new Map<string, ReadCredential>();
  for (const [key, credential] of Object.entries(auth)) {
    const scheme = schemes.get(key);
    if (scheme === undefined) throw unknownScheme(key, [...schemes.keys()], name);
    const known = credential === undefined ? undefined : readCredential(scheme, credential, { name, key });
    if (known) read.set(key, known);
  }
  // An API that asks for nothing needs none.
  if (token === undefined || token.trim() === '' || schemes.size === 0) return read;
  for (const key of schemeOfToken(security, name)) {
    const scheme = schemes.get(key);
    const known = scheme && readCredential(scheme, token, { name, key });
    if (known && !read.has(key)) read.set(key, known);
  }
  return read;
}

interface Named {
  readonly name: string;
  /** The name of the scheme. */
  readonly key: string;
}

/** Undefined for an empty text: nothing is set. */
function readCredential(scheme: SecurityScheme, credential: Credential, named: Named): ReadCredential | undefined {
  if (typeof credential === 'string') {
    const text = credential.trim();
    if (text === '') return undefined;
    return scheme.type === 'basic'
      ? passwordOf(splitPassword(text), named)
      : { type: 'text', text: checked(scheme, text, named) };
  }
  if (scheme.type === 'basic' && 'username' in credential) return passwordOf(credential, named);
  if (scheme.type === 'clientCredentials' && 'clientId' in credential) return { type: 'client', ...credential };
  throw new ConfigError(
    `auth.${named.key} of ${named.name} is of another form than its scheme takes.`,
    `Give ${FORMS[scheme.type]}.`,
  );
}

const FORMS = {
  bearer: 'the token as a text',
  apiKey: 'the key as a text',
  basic: '{ username, password }, or both as a text with a colon between them',
  clientCredentials: '{ clientId, clientSecret }, or an access token as a text',
} satisfies Record<SecurityScheme['type'], string>;

/** A text without a colon is a name without a password, as keys are that stand for users. */
function splitPassword(text: string): PasswordCredential {
  const at = text.indexOf(':');
  return at === -1 ? { username: text, password: '' } : { username: text.slice(0, at), password: text.slice(at + 1) };
}

function passwordOf({ username, password }: PasswordCredential, { name, key }: Named): ReadCredential {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what RFC 7617 forbids.
  if (username.includes(':') || /[\x00-\x1f\x7f]/.test(username + password)) {
    throw new ConfigError(
      `The user name or the password of ${name} (auth.${key}) holds characters that neither can have.`,
      'Give a user name without a colon, and both without line breaks.',
    );
  }
  return { type: 'password', username, password };
}

function checked(scheme: Exclude<SecurityScheme, { type: 'basic' }>, text: string, { name }: Named): string {
  if (scheme.type !== 'apiKey') {
    const prefix = scheme.type === 'bearer' ? scheme.prefix : undefined;
    return checkToken(text, { name, variable: scheme.environment?.token, prefix });
  }
  const isFit = scheme.in === 'header' ? /^[\x20-\x7e]+$/.test(text) : !/\p{Cc}/u.test(text);
  if (isFit) return text;
  const { key } = scheme.environment ?? {};
  throw new ConfigError(
    `The ${name} API key holds characters that no key has.`,
    `${key === undefined ? 'Give' : `Set ${key} to`} the key alone, without quotes and line breaks.`,
  );
}

function unknownScheme(key: string, names: readonly string[], name: string): ConfigError {
  return new ConfigError(
    `${name} has no credential called ${JSON.stringify(key)}.${didYouMean(key, names)}`,
    names.length === 0 ? `Leave out auth: ${name} asks for no credential.` : `Give auth by ${names.join(', ')}.`,
  );
}
