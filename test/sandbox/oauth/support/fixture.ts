import { expect } from 'vitest';
import type { Sandbox } from '../../../../sandbox/index.ts';
import { createDocument } from '../../../judges/create-document.ts';
import type { testSandbox } from '../../support/sandbox.ts';
export const HOST = 'http://sandbox.test';
export const ASKED = {
  client_id: 'app-1',
  redirect_uri: 'https://gateway.example/callback',
  state: 'st&te/1',
  response_type: 'code',
};
export const CLIENT = { client_id: 'app-1', client_secret: 'hush' };

export type Fields = Readonly<Record<string, string>>;
export function query(fields: Fields): URLSearchParams {
  return new URLSearchParams({ ...fields });
}

export function show({ fetch }: Sandbox, fields: Fields = ASKED) {
  return fetch(`${HOST}/oauth?${query(fields)}`);
}

/** Presses a button of the page, as a browser does: with every field that the form has. */
export async function press(sandbox: Sandbox, label: string, fields: Fields = ASKED, origin = HOST): Promise<Response> {
  const send = origin === HOST ? sandbox.fetch : fetch;
  const page = createDocument(await (await send(`${origin}/oauth?${query(fields)}`)).text());
  const form = page.querySelector('form');
  const inputs = Array.from(page.querySelectorAll('form input'));
  const button = Array.from(page.querySelectorAll('form button')).find(({ textContent }) => textContent === label);
  const body = [...inputs, ...(button ? [button] : [])].map((control): [string, string] => [
    control.getAttribute('name') ?? '',
    control.getAttribute('value') ?? '',
  ]);
  return send(new URL(form?.getAttribute('action') ?? '/no-form', origin), {
    method: form?.getAttribute('method') ?? 'GET',
    body: new URLSearchParams(body),
    redirect: 'manual',
  });
}

export function locationOf(response: Response): URL {
  return new URL(response.headers.get('location') ?? 'about:blank');
}

export async function codeOf(sandbox: Sandbox, fields: Fields = ASKED): Promise<string> {
  const code = locationOf(await press(sandbox, 'Authorize access', fields)).searchParams.get('code');
  expect(code).toMatch(/^[\w-]{43}$/);
  return code ?? '';
}

/** Asks for a token: with a form where the fields are URLSearchParams, else with JSON. */
export async function exchange({ fetch }: Sandbox, fields: unknown, headers: Readonly<Record<string, string>> = {}) {
  const isForm = fields instanceof URLSearchParams;
  const response = await fetch(`${HOST}/auth/eagle/token`, {
    method: 'POST',
    headers: { ...(!isForm && { 'content-type': 'application/json' }), ...headers },
    body: isForm ? fields : JSON.stringify(fields),
  });
  expect(response.headers.get('cache-control')).toBe('no-store');
  return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
}

export async function tokenOf(sandbox: Sandbox): Promise<string> {
  const { body } = await exchange(sandbox, { ...CLIENT, code: await codeOf(sandbox) });
  expect(body).toEqual({ token_type: 'Bearer', access_token: expect.any(String), token: expect.any(String) });
  // Its shape was just asserted.
  return (body as { token: string }).token;
}

export function refusal(error: string) {
  return { error, error_description: expect.stringMatching(/^[ !#-[\]-~]+$/) };
}
export function me(sandbox: ReturnType<typeof testSandbox>, token: string) {
  return sandbox.call('GET', '/me', undefined, { authorization: `Bearer ${token}` });
}
