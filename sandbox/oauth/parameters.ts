import { isRecord } from '../contract/contract.ts';
import { OAuthError } from './oauth-error.ts';

const FORM = 'application/x-www-form-urlencoded';

/** The only value of a parameter; throws an OAuthError where it stands there twice, as RFC 6749 forbids. */
export function single(parameters: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = parameters.getAll(name);
  if (more.length > 0) throw new OAuthError('invalid_request', `${name} is there more than once; send it once.`);
  return value;
}

/** The fields of a form; throws an OAuthError for another media type. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  if (mediaType(request) !== FORM) throw new OAuthError('invalid_request', `The body has to be ${FORM}`);
  return new URLSearchParams(await request.text());
}

/** The fields of a form or a JSON object; throws an OAuthError for other media types and for values that are no text. */
export async function readParameters(request: Request): Promise<URLSearchParams> {
  if (mediaType(request) === FORM) return readForm(request);
  if (mediaType(request) !== 'application/json')
    throw new OAuthError('invalid_request', `The body has to be application/json or ${FORM}`);
  const body = parse(await request.text());
  if (!isRecord(body)) throw new OAuthError('invalid_request', 'The body has to be a JSON object');
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string') throw new OAuthError('invalid_request', 'Each value in the body has to be a string');
    fields.append(name, value);
  }
  return fields;
}

function mediaType({ headers }: Request): string | undefined {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What the parser says quotes the body, which may hold a secret.
    throw new OAuthError('invalid_request', 'The body is not valid JSON');
  }
}
