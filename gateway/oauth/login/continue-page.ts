import type { Context } from 'hono';
import { html } from 'hono/html';
import { htmlPage } from '../../http/html-page.ts';
import type { LoginApi } from './login.ts';

/**
 * True where a person opens the address: a browser says that it goes to a page, or says nothing of that and the link of
 * {@link continuePage} was followed. Chats and mail open links for a preview, browsers before anybody clicks, and another page
 * can load one as a picture, none of which must use it up.
 */
export function isVisit({ req }: Context): boolean {
  const isGuess = req.header('sec-purpose') !== undefined || req.header('purpose') === 'prefetch';
  const isPage = (req.header('sec-fetch-dest') ?? (req.query('continue') === '1' && 'document')) === 'document';
  return req.method === 'GET' && isPage && !isGuess;
}

/** Asks to go on, where {@link isVisit} does not know. */
export async function continuePage(
  c: Context,
  { link, api: { name, noun } }: { readonly link: string; readonly api: Pick<LoginApi, 'name' | 'noun'> },
): Promise<Response> {
  const address = `?${new URLSearchParams({ link, continue: '1' })}`;
  const body = html`
    <p>This link connects ${anAccount({ name, noun })} with a gateway for MCP servers. It works once.</p>
    <p><a href="${address}">Continue to ${name}</a></p>`;
  return htmlPage(c, { title: `Connect ${anAccount({ name, noun })}`, body });
}

function anAccount({ name, noun }: Pick<LoginApi, 'name' | 'noun'>): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name} ${noun}`;
}
