import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { readAuthorizationRequest } from './authorization-request.ts';
import { decide } from './decide.ts';
import type { Grants } from './grants.ts';
import type { OAuthClient } from './oauth-client.ts';
import { OAuthError } from './oauth-error.ts';
import { consentPage, refusalPage } from './pages.ts';
import { exchangeCode, tokenRefusal } from './token.ts';

type Refusal = (error: OAuthError) => Response | Promise<Response>;

/** Intercom's OAuth, on the addresses that Intercom spreads over two hosts. Without a client, every id and secret is accepted. */
export function oauth(grants: Grants, client: OAuthClient | undefined): Hono {
  return new Hono()
    .get('/oauth', ({ req }) =>
      refusing(refusalPage, async () => consentPage(readAuthorizationRequest(new URL(req.url).searchParams, client))),
    )
    .post('/oauth', limited(refusalPage), ({ req }) => refusing(refusalPage, () => decide(req.raw, grants, client)))
    .post('/auth/eagle/token', limited(tokenRefusal), ({ req }) =>
      refusing(tokenRefusal, () => exchangeCode(req.raw, grants, client)),
    );
}

async function refusing(refusal: Refusal, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof OAuthError) return refusal(error);
    throw error;
  }
}

/** Bytes that a form or a token request may have. */
const MOST = 64 * 1024;

function limited(refusal: Refusal) {
  return bodyLimit({
    maxSize: MOST,
    onError: async () =>
      refusal(new OAuthError('invalid_request', `The body has more than ${MOST} bytes`, { status: 413 })),
  });
}
