import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { useProxy } from '../../../cli/process/use-proxy.ts';
import { serveLoopback } from '../../support/serve-loopback.ts';
import { main, PATH } from '../support/running-command.ts';

const machine = 'localhost,127.0.0.1,::1';

describe('the proxies of an environment', () => {
  function taken(environment: NodeJS.ProcessEnv) {
    const given: unknown[] = [];
    const warning = useProxy(environment, (proxies) => given.push(proxies));
    return { given, warning, used: environment.NODE_USE_ENV_PROXY };
  }

  test.each<[string, NodeJS.ProcessEnv, object]>([
    ['one', { HTTPS_PROXY: 'http://p:1' }, { HTTPS_PROXY: 'http://p:1', NO_PROXY: machine }],
    [
      'both, in lower case, and hosts without',
      { https_proxy: 'http://p:1', http_proxy: 'http://q:2', no_proxy: 'a.example' },
      { HTTPS_PROXY: 'http://p:1', HTTP_PROXY: 'http://q:2', NO_PROXY: `a.example,${machine}` },
    ],
  ])('are taken: %s', (_name, environment, want) => {
    expect(taken(environment)).toEqual({ given: [want], warning: undefined, used: '1' });
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ['none', { HTTPS_PROXY: '', NO_PROXY: 'a.example' }],
    ['what Node goes by already', { HTTPS_PROXY: 'http://p:1', NODE_USE_ENV_PROXY: '1' }],
    ['what Node must not go by', { HTTPS_PROXY: 'http://p:1', NODE_USE_ENV_PROXY: '0' }],
  ])('are left alone: %s', (_name, environment) => {
    expect(taken(environment)).toMatchObject({ given: [], warning: undefined });
  });

  test('that cannot be used are told of, without what they hold', () => {
    const environment = { HTTPS_PROXY: 'socks5://user:secret@p:1' };
    const warning = useProxy(environment, () => {
      throw new TypeError('invalid');
    });
    expect(warning).toMatch(/^HTTPS_PROXY is not used/);
    expect(warning).not.toContain('secret');
    expect(environment).not.toHaveProperty('NODE_USE_ENV_PROXY');
  });
});

describe('the command', () => {
  async function call(env: Record<string, string>) {
    const child = execFile(process.execPath, [main, 'call', 'get_single_intercom_me', '{}'], {
      env: { PATH, INTERCOM_ACCESS_TOKEN: 'token-of-a-test', ...env },
    });
    let complaint = '';
    child.stderr?.on('data', (text) => {
      complaint += text;
    });
    const [code] = await once(child, 'close');
    return { code, complaint };
  }

  test('asks its proxy for the API, and says so where that leads nowhere', async () => {
    const asked: (string | undefined)[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    const address = proxy.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      const env = { HTTPS_PROXY: `http://127.0.0.1:${port}`, INTERCOM_BASE_URL: 'https://intercom.test' };
      const { code, complaint } = await call(env);
      expect(asked).toEqual(['intercom.test:443']);
      expect([code, complaint]).toEqual([6, expect.stringContaining('go through the proxy of HTTPS_PROXY')]);
    } finally {
      proxy.close();
    }
  }, 30_000);

  test('asks no proxy for this machine', async () => {
    await using api = await serveLoopback((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"type":"admin","id":"1"}');
    });
    const { code } = await call({ HTTP_PROXY: 'http://127.0.0.1:9', INTERCOM_BASE_URL: api.url });
    expect(code).toBe(0);
  }, 30_000);
});
