import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { isSameDigest } from '../../secrets/tokens.ts';
import { FORM_PARAMETERS } from './authorization-request.ts';
import { OAuthError } from './oauth-error.ts';
import { isLoopback } from './redirect-uri.ts';

/** The field of the form that proves which browser it was shown to. */
export const FORM_TOKEN = 'csrf_token';

const COOKIE = 'imcp_consent';

/** How long a consent page may stay open, in seconds. */
const PATIENCE = 600;

type Needed = Pick<GatewayContext, 'digest' | 'publicUrl'>;

/** Gives the browser a cookie, and answers the token of the form: a signature over the cookie and over the request. */
export function issueFormToken(context: Needed, c: Context, parameters: URLSearchParams): string {
  const cookie = randomBytes(32).toString('base64url');
  const options = { path: '/', httpOnly: true, sameSite: 'Strict', maxAge: PATIENCE } as const;
  if (isPlain(context)) setCookie(c, COOKIE, cookie, options);
  else setCookie(c, COOKIE, cookie, { ...options, secure: true, prefix: 'host' });
  return sign(context, c, { cookie, parameters });
}

/** Throws an {@link OAuthError} for a form that was not shown to this browser by this page. */
export function checkForm(context: Needed, c: Context, parameters: URLSearchParams): void {
  const { headers } = c.req.raw;
  // Browsers send the origin `null` from pages that tell no referrer; where such a form comes from, the rest decides.
  const origin = headers.get('origin') ?? 'null';
  const isOwn = ['null', new URL(context.publicUrl).origin].includes(origin);
  if (!isOwn || (headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin')
    throw new OAuthError('access_denied', 'The form was sent from another site.', 403);
  const cookie = isPlain(context) ? getCookie(c, COOKIE) : getCookie(c, COOKIE, 'host');
  const expected = cookie && sign(context, c, { cookie, parameters });
  if (!expected || !isSameDigest(parameters.get(FORM_TOKEN) ?? '', expected))
    throw new OAuthError(
      'access_denied',
      'The form is too old, or was not shown to this browser. Begin again in the app.',
      403,
    );
}

function sign(
  { digest }: Needed,
  c: Context,
  { cookie, parameters }: { cookie: string; parameters: URLSearchParams },
): string {
  const values = FORM_PARAMETERS.map((name) => parameters.get(name));
  // No token begins like this, so it can never be the digest of one.
  return digest(`consent ${JSON.stringify([c.req.path, cookie, ...values])}`);
}

/** Browsers keep no cookie for https alone on http; only a gateway on the own machine may do without. */
function isPlain({ publicUrl }: Needed): boolean {
  return isLoopback(new URL(publicUrl));
}
