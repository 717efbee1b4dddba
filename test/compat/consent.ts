import { createDocument } from '../judges/create-document.ts';

/** Opens a consent page as a browser does, allows with an API token, and answers the address that the browser is led to. */
export async function allow(url: string | URL, apiToken: string): Promise<URL> {
  const page = await fetch(url);
  const html = await page.text();
  const form = createDocument(html).querySelector('form');
  // It answers undefined where the DOM says null.
  if (!form) throw new Error(`No form, but HTTP ${page.status}: ${errorOf(html)}`);
  const fields = new URLSearchParams({ api_token: apiToken, decision: 'allow' });
  for (const input of form.querySelectorAll('input[type=hidden]'))
    fields.set(input.getAttribute('name') ?? '', input.getAttribute('value') ?? '');
  const answer = await fetch(new URL(form.getAttribute('action') ?? '', url), {
    method: 'POST',
    body: fields,
    headers: { cookie: page.headers.getSetCookie().map(pairOf).join('; ') },
    redirect: 'manual',
  });
  const target = answer.headers.get('location');
  if (target === null) throw new Error(`Not led on, but HTTP ${answer.status}: ${errorOf(await answer.text())}`);
  return new URL(target);
}

function pairOf(cookie: string): string {
  return cookie.split(';')[0] ?? '';
}

/** What a page says is wrong. */
function errorOf(html: string): string {
  return createDocument(html).querySelector('[role=alert]')?.textContent ?? html;
}
