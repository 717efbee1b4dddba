import { describe, expect, test } from 'vitest';
import { createDocument } from '../../judges/create-document.ts';
import { testSandbox } from '../support/sandbox.ts';
import { ASKED, HOST, locationOf, press, query, show } from './support/fixture.ts';

describe('the page', () => {
  test('names the app, the workspace and where the person goes, and cannot be framed, scripted or kept', async () => {
    const response = await show(testSandbox());
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[\w+/]+='; form-action 'self' https:; base-uri 'none'; frame-ancestors 'none'$/,
      ),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    const page = createDocument(await response.text());
    expect(page.querySelector('h1')?.textContent).toBe('app-1 asks for access to Fernhill');
    expect(page.body.textContent).toContain('gateway.example');
    expect(Array.from(page.querySelectorAll('button'), ({ textContent }) => textContent)).toEqual([
      'Authorize access',
      'Cancel',
    ]);
    expect(page.querySelectorAll('script')).toHaveLength(0);
  });

  test.for([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    '&lt;b&gt;',
  ])('shows a client_id and a state of %s as what they are', async (text) => {
    const sandbox = testSandbox();
    const fields = { ...ASKED, client_id: text, state: text };
    const page = createDocument(await (await show(sandbox, fields)).text());
    expect(page.querySelector('h1')?.textContent).toBe(`${text} asks for access to Fernhill`);
    expect(page.querySelectorAll('script, img, [autofocus]')).toHaveLength(0);
    const back = locationOf(await press(sandbox, 'Authorize access', fields));
    expect(back.searchParams.get('state')).toBe(text);
  });

  test('a refused value is shown as what it is, too', async () => {
    const text = 'javascript:"><script>alert(1)</script>';
    const response = await show(testSandbox(), { ...ASKED, redirect_uri: text });
    const page = createDocument(await response.text());
    expect(page.body.textContent).toContain(text);
    expect(page.querySelectorAll('script, a, form')).toHaveLength(0);
  });

  test('a host cannot add to the policy', async () => {
    const response = await show(testSandbox(), { ...ASKED, redirect_uri: 'https://a;sandbox,default-src/' });
    expect(response.headers.get('content-security-policy')).not.toMatch(/sandbox|,/);
  });

  test('a state that was not sent does not come back', async () => {
    const { state: _, ...stateless } = ASKED;
    expect(locationOf(await press(testSandbox(), 'Cancel', stateless)).search).toBe('?error=access_denied');
  });
});

describe('nobody is sent to', () => {
  test.for([
    'http://gateway.example/callback',
    'http://127.0.0.1.evil.example/',
    'http://127.evil.example/',
    'http://localhost.evil.example/',
    'http://localhost@evil.example/',
    'http://127.0.0.1:80@evil.example/',
    'https://gateway.example@evil.example/',
    'https://@evil.example/',
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'https:\\\\evil.example',
    'https://gateway.example\\@evil.example/',
    '//evil.example/',
    '/callback',
    'callback',
    '',
    ' https://gateway.example/',
    'https://gateway.example/\r\nSet-Cookie: a=b',
    'https://gateway.example/#fragment',
    'https://gateway.example/#',
    'javascript:alert(1)//https://gateway.example',
    'data:text/html,hello',
    'intercom://callback',
    'https://',
  ])('%j, neither by the page nor by its form', async (redirect_uri) => {
    const { fetch } = testSandbox();
    const fields = { ...ASKED, redirect_uri };
    const form = new URLSearchParams({ ...fields, decision: 'approve' });
    for (const response of [
      await fetch(`${HOST}/oauth?${query(fields)}`),
      await fetch(`${HOST}/oauth`, { method: 'POST', body: form }),
    ]) {
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
      const page = createDocument(await response.text());
      expect(page.querySelector('h1')?.textContent).toBe('The app cannot be authorized');
      expect(page.querySelectorAll('form, a')).toHaveLength(0);
    }
  });

  test.for([
    'https://gateway.example',
    'http://localhost:3000/cb?a=b',
    'http://[::1]:8080/cb',
    'HTTPS://Gateway.Example/',
  ])('elsewhere than %s, which is allowed', async (redirect_uri) => {
    const back = locationOf(await press(testSandbox(), 'Cancel', { ...ASKED, redirect_uri }));
    expect(back.origin).toBe(new URL(redirect_uri).origin);
  });

  const { client_id: _, ...anonymous } = ASKED;
  test.for([
    ['no client_id', anonymous],
    ['another app than the known one', { ...ASKED, client_id: 'app-2' }],
    ['another response_type', { ...ASKED, response_type: 'token' }],
  ] as const)('an app that asks with %s', async ([, fields]) => {
    const response = await show(testSandbox({ oauthClient: { id: 'app-1', secret: 'hush' } }), fields);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  test('one of two addresses', async () => {
    const { fetch } = testSandbox();
    const response = await fetch(`${HOST}/oauth?${query(ASKED)}&redirect_uri=https%3A%2F%2Fevil.example`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('redirect_uri is there more than once');
  });

  test.for([
    ['from another page', 403, { 'sec-fetch-site': 'cross-site' }, { ...ASKED, decision: 'approve' }],
    ['from a page of the same site', 403, { 'sec-fetch-site': 'same-site' }, { ...ASKED, decision: 'approve' }],
    ['without a decision', 400, {}, ASKED],
    ['with another decision', 400, {}, { ...ASKED, decision: 'yes' }],
    ['of another media type', 400, { 'content-type': 'text/plain' }, { ...ASKED, decision: 'approve' }],
    ['of more than 64 KiB', 413, {}, { ...ASKED, state: 'x'.repeat(65 * 1024), decision: 'approve' }],
  ] as const)('the app by a form %s', async ([, status, headers, fields]) => {
    const { fetch } = testSandbox();
    const response = await fetch(`${HOST}/oauth`, { method: 'POST', headers, body: new URLSearchParams(fields) });
    expect(response.status).toBe(status);
    expect(response.headers.get('location')).toBeNull();
    expect(response.headers.get('content-type')).toContain('text/html');
  });
});
