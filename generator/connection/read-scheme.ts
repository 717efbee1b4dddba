import type { SecurityScheme } from '../../runtime/profile/security.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { prefixIn } from './prefix-in.ts';

/**
 * What a security scheme comes to: a scheme that clients send, something that is settled below HTTP and that no request carries,
 * or nothing that is supported, with the reason.
 */
export type ReadScheme =
  | { readonly is: 'sent'; readonly scheme: SecurityScheme; readonly how: string }
  | { readonly is: 'elsewhere'; readonly why: string }
  | { readonly is: 'unsupported'; readonly why: string };

/** Reads one security scheme object of OpenAPI; `how` says in half a sentence what is sent. */
export function readScheme(value: Json): ReadScheme {
  switch (typeof value.type === 'string' ? value.type.toLowerCase() : '') {
    case 'http':
      return httpScheme(value);
    case 'basic':
      return BASIC;
    case 'apikey':
      return keyScheme(value);
    case 'oauth2':
      return oauthScheme(value);
    case 'openidconnect':
      return {
        is: 'sent',
        scheme: { type: 'bearer' },
        how: 'an access token of OpenID Connect, got beforehand, is sent as Authorization: Bearer',
      };
    case 'mutualtls':
      return { is: 'elsewhere', why: 'is a certificate of the client' };
    default:
      return { is: 'unsupported', why: `is of the type ${shown(value.type)}, which is none` };
  }
}

const BASIC: ReadScheme = {
  is: 'sent',
  scheme: { type: 'basic' },
  how: 'user name and password are sent as Authorization: Basic',
};

/** Schemes of HTTP in which each request answers a challenge or is signed: no text that is sent as it is will do. */
const COMPUTED =
  /^(?:aws4-.*|concealed|digest|dpop|gnap|hawk|.*hmac.*|hoba|mutual|negotiate|ntlm|oauth|privatetoken|scram-.*|signature|vapid)$/i;

function httpScheme({ scheme }: Json): ReadScheme {
  if (typeof scheme !== 'string' || !TOKEN.test(scheme))
    return { is: 'unsupported', why: `names the HTTP scheme ${shown(scheme)}, which is none` };
  if (/^basic$/i.test(scheme)) return BASIC;
  if (/^bearer$/i.test(scheme))
    return { is: 'sent', scheme: { type: 'bearer' }, how: 'a token is sent as Authorization: Bearer' };
  if (COMPUTED.test(scheme))
    return { is: 'unsupported', why: `is HTTP ${scheme}, in which each request is computed anew` };
  return { is: 'sent', scheme: { type: 'bearer', prefix: scheme }, how: `a token is sent as Authorization: ${scheme}` };
}

/** A name of a header, or of an authentication scheme (RFC 9110, 5.6.2). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

function keyScheme({ in: place, name, description, ...more }: Json): ReadScheme {
  if (typeof name !== 'string' || name === '') return { is: 'unsupported', why: 'does not say what carries the key' };
  if (place !== 'header' && place !== 'query' && place !== 'cookie')
    return { is: 'unsupported', why: `has its key in ${shown(place)}, where no request has one` };
  if (place !== 'query' && !TOKEN.test(name))
    return { is: 'unsupported', why: `has its key in a ${place} that cannot be called ${shown(name)}` };
  if (isSigned(description, more['x-amazon-apigateway-authtype']))
    return { is: 'unsupported', why: 'is a signature, which is computed anew for each request' };
  const isAuthorization = place === 'header' && /^(?:proxy-)?authorization$/i.test(name);
  const prefix = isAuthorization && typeof description === 'string' ? prefixIn(description) : undefined;
  const whole = isAuthorization && prefix === undefined ? ', with whatever word has to stand before it,' : '';
  const where = { header: 'header', query: 'query parameter', cookie: 'cookie' }[place];
  return {
    is: 'sent',
    scheme: { type: 'apiKey', in: place, name, ...(prefix !== undefined && { prefix: `${prefix} ` }) },
    how: `a key${whole} is sent as the ${where} ${name}${prefix === undefined ? '' : `, behind the word ${prefix}`}`,
  };
}

/** Whether what is declared as a key is a signature of the request, as Amazon's (`AWS4-HMAC-SHA256`) is. */
function isSigned(description: unknown, type: unknown): boolean {
  const words = typeof description === 'string' ? description.slice(0, 1000) : '';
  return /sigv4/i.test(String(type)) || /\bAWS4-HMAC\b|\bsignature (?:authorization )?v(?:ersion )?4\b/i.test(words);
}

function oauthScheme({ flows, flow, tokenUrl }: Json): ReadScheme {
  const all = isRecord(flows) ? flows : {};
  const own = isRecord(all.clientCredentials)
    ? all.clientCredentials
    : flow === 'application'
      ? { tokenUrl }
      : undefined;
  const address = own?.tokenUrl;
  if (typeof address === 'string' && address.trim() !== '') {
    const scheme = { type: 'clientCredentials', tokenUrl: address.trim() } as const;
    return {
      is: 'sent',
      scheme,
      how: `access tokens for a client id and secret are fetched from ${scheme.tokenUrl}, or one is given, and are sent as Authorization: Bearer`,
    };
  }
  return {
    is: 'sent',
    scheme: { type: 'bearer' },
    how: 'an access token of OAuth 2.0, got beforehand, is sent as Authorization: Bearer',
  };
}

function shown(value: unknown): string {
  return JSON.stringify(value ?? null).slice(0, 60);
}
