import type { Context } from 'hono';
import { html } from 'hono/html';
import { htmlPage } from '../http/html-page.ts';

/** Says what to do where the dashboard has no files. */
export async function notBuiltPage(c: Context): Promise<Response> {
  const body = html`
    <p>The gateway runs, and the files of its dashboard are missing. In a checkout <code>npm run dashboard</code> makes them; then load this page again.</p>
    <p>Everything can be done by the API as well: <a href="/openapi.json">/openapi.json</a> describes it.</p>`;
  return htmlPage(c, { title: 'The dashboard is not built', body, status: 404 });
}
