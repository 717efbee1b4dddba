import { type ApiAnswer, PUBLIC_URL, type TestGateway } from './gateway.ts';

/** A browser that keeps the cookies of a gateway, and sends what a page of the gateway does. */
export interface TestBrowser {
  /** As it sends them; a test may put others here. */
  cookie: string;
  /** Of the last session that was answered. */
  csrf: string;
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<ApiAnswer>;
}

/** A {@link TestBrowser} that has not signed in; `api` takes requests in place of the gateway's own. */
export function browserOf({ api }: Pick<TestGateway, 'api'>, origin = PUBLIC_URL): TestBrowser {
  const browser: TestBrowser = {
    cookie: '',
    csrf: '',
    ask: async (method, path, body, headers = {}) => {
      const answered = await api(method, path, body, {
        authorization: '',
        cookie: browser.cookie,
        'sec-fetch-site': 'same-origin',
        ...(method !== 'GET' && { origin, 'x-csrf-token': browser.csrf }),
        ...headers,
      });
      for (const line of answered.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        browser.cookie = pair.endsWith('=') ? '' : pair;
      }
      browser.csrf = answered.body?.csrf_token ?? browser.csrf;
      return answered;
    },
  };
  return browser;
}

/** A browser that signed in by a key or a code. */
export async function signedIn(gateway: Pick<TestGateway, 'api'>, proof: object): Promise<TestBrowser> {
  const browser = browserOf(gateway);
  const { status, body } = await browser.ask('POST', '/session', proof);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return browser;
}

/** Makes an admin key; answers it with its id. */
export async function keyOf({ api }: Pick<TestGateway, 'api'>, body: object): Promise<{ id: string; key: string }> {
  const made = await api('POST', '/admin-key', body);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
}
