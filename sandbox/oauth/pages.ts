import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { app } from '../model/app.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { OAuthError } from './oauth-error.ts';

const STYLE = `
  body { margin: 12vh auto; padding: 0 1.5rem; max-width: 30rem; color: #1f2933; font: 1rem/1.5 system-ui, sans-serif }
  h1 { font-size: 1.4rem }
  h1, p { overflow-wrap: anywhere }
  button { margin-right: .75rem; padding: .6rem 1.2rem; border: 1px solid #1f2933; border-radius: .4rem; background: #fff; font: inherit }
  button[value=approve] { background: #1f2933; color: #fff }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Asks the person whether the app may have access to the workspace. */
export function consentPage({ clientId, redirectUri, state, target }: AuthorizationRequest): Promise<Response> {
  const field = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`;
  return page({
    title: `Authorize ${clientId}`,
    content: html`
      <h1>${clientId} asks for access to ${app.name}</h1>
      <p>This is a sample workspace: nobody's data is in it. Either answer takes you back to ${target.host}.</p>
      <form method="post" action="/oauth">
        ${field('client_id', clientId)}
        ${field('redirect_uri', redirectUri)}
        ${state === undefined ? '' : field('state', state)}
        <button name="decision" value="approve">Authorize access</button>
        <button name="decision" value="cancel">Cancel</button>
      </form>`,
    status: 200,
    // Browsers hold the redirect that follows the form against it too. A scheme, since a host may have a semicolon in it.
    formAction: `'self' ${target.protocol}`,
  });
}

/** Tells the person what is wrong with the request, and leads nowhere. */
export function refusalPage({ message, status }: OAuthError): Promise<Response> {
  return page({
    title: 'Not authorized',
    content: html`
      <h1>The app cannot be authorized</h1>
      <p>${message}</p>
      <p>Go back to the app, and tell whoever runs it.</p>`,
    status,
    formAction: "'none'",
  });
}

interface Page {
  readonly title: string;
  readonly content: ReturnType<typeof html>;
  readonly status: number;
  /** Where forms may lead, as a content security policy says it. */
  readonly formAction: string;
}

async function page({ title, content, status, formAction }: Page): Promise<Response> {
  const text = await html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <style>${raw(STYLE)}</style>
  </head>
  <body>${content}
  </body>
</html>
`;
  return new Response(text.toString(), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    },
  });
}
