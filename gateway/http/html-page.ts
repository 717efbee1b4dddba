import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A part of a page; what is put into an `html` template is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const STYLE = `
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0; display: grid; place-items: center; min-height: 100vh; }
  main { max-width: 30rem; padding: 2rem 1.5rem; }
  h1 { font-size: 1.3rem; }
  label { display: block; margin: 1rem 0 .3rem; }
  input[type=password], input[type=text] { width: 100%; box-sizing: border-box; padding: .5rem; font: inherit; }
  button { font: inherit; padding: .5rem 1rem; margin: 1rem .5rem 0 0; cursor: pointer; }
  code { overflow-wrap: anywhere; }
  .error { border-left: .25rem solid #c62828; padding-left: .75rem; }
  dt { font-weight: 600; } dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * Answers a page without scripts that nobody can frame and that tells no other site its address. A form of it may only be
 * sent to the gateway, and be led on from there to `formTargets` (origins).
 */
export function htmlPage(
  c: Context,
  {
    title,
    body,
    status = 200,
    formTargets = [],
  }: {
    title: string;
    body: Html;
    status?: 200 | 400 | 401 | 403 | 404 | 410 | 429 | 500 | 502 | 503;
    formTargets?: readonly string[];
  },
): Response | Promise<Response> {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    ['form-action', "'self'", ...formTargets].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  c.header('Content-Security-Policy', policy.join('; '));
  c.header('X-Frame-Options', 'DENY');
  c.header('X-Robots-Tag', 'noindex');
  // With no-referrer a browser would send a form of the page with the origin null, which is refused.
  c.header('Referrer-Policy', 'same-origin');
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>${raw(STYLE)}</style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
  return c.html(page, status);
}
