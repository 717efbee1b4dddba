import { expect, test } from 'vitest';
import { proxyHint } from '../../../runtime/http/proxy-hint.ts';

test.each<[string, Record<string, string>, string]>([
  ['no proxy', { HTTP_PROXY: 'http://p' }, ''],
  ['an empty one', { HTTPS_PROXY: '' }, ''],
  ['one that Node ignores', { HTTPS_PROXY: 'http://user:secret@p' }, 'only with NODE_USE_ENV_PROXY=1'],
  ['one in lower case', { https_proxy: 'http://p' }, 'https_proxy is set'],
  [
    'one that is used',
    { HTTPS_PROXY: 'http://user:secret@p', NODE_USE_ENV_PROXY: '1' },
    'go through the proxy of HTTPS_PROXY',
  ],
])('%s', (_name, environment, want) => {
  const hint = proxyHint(environment);
  if (want === '') expect(hint).toBe('');
  else expect(hint).toContain(want);
  expect(hint).not.toContain('secret');
});
