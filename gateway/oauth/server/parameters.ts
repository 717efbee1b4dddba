import { OAuthError } from './oauth-error.ts';

/** The only value of a parameter, undefined where it is empty or left out; throws an {@link OAuthError} where it stands there twice. */
export function single(parameters: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = parameters.getAll(name);
  if (more.length > 0) throw new OAuthError('invalid_request', `${name} is there more than once.`);
  return value === '' ? undefined : value;
}

/** The value of a parameter that has to be there; throws an {@link OAuthError}. */
export function needed(parameters: URLSearchParams, name: string): string {
  const value = single(parameters, name);
  if (value === undefined) throw new OAuthError('invalid_request', `${name} is missing.`);
  return value;
}

/** The fields of a form; throws an {@link OAuthError} for another media type. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded')
    throw new OAuthError('invalid_request', 'The body has to be application/x-www-form-urlencoded.');
  return new URLSearchParams(await request.text());
}
