import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { keepFor } from '../http/observe.ts';
import { wantsPage } from '../http/wants-page.ts';
import { notBuiltPage } from './not-built-page.ts';

/** Files under `assets` have a digest in their names: another file has another name. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** What a page of the dashboard may do: run and load what the gateway serves, and nothing else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const PAGE_HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Robots-Tag': 'noindex',
};

/**
 * The files of a dashboard in a folder: `index.html` for every address of its pages, which its own code tells apart, and what is
 * in `assets`. It uses the API as any other client does.
 */
export function dashboardRoutes(folder: string): Hono {
  const app = new Hono();
  const assets = serveStatic({
    // With the folder as `root` it would complain of one that is built later.
    rewriteRequestPath: (path) => join(folder, path.slice('/dashboard'.length)),
    precompressed: true,
    onFound: (_, c) => keepFor(c, FOR_EVER),
  });
  const page = async (c: Context): Promise<Response> => {
    const text = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
    if (text === undefined) return notBuiltPage(c);
    for (const [name, value] of Object.entries(PAGE_HEADERS)) c.header(name, value);
    return c.html(text);
  };
  // Programs that name what they take are told where the API is described.
  app.get('/', (c, next) => (wantsPage(c) || takesAnything(c) ? page(c) : next()));
  app.get('/dashboard/assets/*', compress(), etag(), assets, (c) => c.notFound());
  app.get('/dashboard/*', page);
  return app;
}

/** Whether a request does not say what it takes, as those of curl. */
function takesAnything(c: Context): boolean {
  return ['', '*/*'].includes(c.req.header('accept')?.trim() ?? '');
}
