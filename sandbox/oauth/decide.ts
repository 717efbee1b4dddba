import { type AuthorizationRequest, readAuthorizationRequest } from './authorization-request.ts';
import type { Grants } from './grants.ts';
import type { OAuthClient } from './oauth-client.ts';
import { OAuthError } from './oauth-error.ts';
import { readForm, single } from './parameters.ts';

/** Sends the person back to the app with a code or a refusal, as the form says; throws an OAuthError for another form. */
export async function decide(request: Request, grants: Grants, client: OAuthClient | undefined): Promise<Response> {
  // Another page could submit the form in the person's name; programs do not send this header.
  if ((request.headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin')
    throw new OAuthError('invalid_request', 'The form was sent from another page.', { status: 403 });
  const form = await readForm(request);
  const authorization = readAuthorizationRequest(form, client);
  const decision = single(form, 'decision');
  if (decision === 'approve') return back(authorization, { code: grants.issueCode(authorization) });
  if (decision === 'cancel') return back(authorization, { error: 'access_denied' });
  throw new OAuthError('invalid_request', 'decision has to be approve or cancel.');
}

function back({ target, state }: AuthorizationRequest, outcome: Readonly<Record<string, string>>): Response {
  const url = new URL(target);
  for (const [name, value] of Object.entries(outcome)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  return new Response(null, {
    status: 302,
    headers: { Location: url.href, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  });
}
