import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRegistered, redirectTarget } from '../../../../gateway/oauth/server/redirect-uri.ts';
import { CALLBACK } from './support/oauth-client.ts';

const table: [string, boolean][] = [
  ['https://client.example', true],
  ['https://client.example:8443/a?b=c', true],
  ['http://localhost/cb', true],
  ['http://[::1]:80/cb', true],
  ['http://LOCALHOST/cb', true],
  ['cursor://x/cb', true],
  ['com.example.app:/cb', true],
  ['com.example.app://host/cb?x=y', true],
  ['vscode://publisher.extension/cb', true],
  ['VSCode-Insiders://publisher.extension/cb', true],
  ['cursor://anysphere.cursor-mcp/oauth/callback', true],
  ['cursor://anysphere.cursor-deeplink/mcp/install', false],
  ['cursor://anysphere.cursor-mcp/oauth/callback?config=e30', false],
  ['vscode://file/etc/passwd', false],
  ['vscode://FILE/etc/passwd', false],
  ['vscode:mcp/install?x', false],
  ['vscode:extension/evil.extension', false],
  ['vscode:/file/x', false],
  ['ms-msdt:/id', false],
  ['search-ms:query=x', false],
  ['ms-officecmd:x', false],
  ['ms-settings:', false],
  ['microsoft.windows.camera:x', false],
  ['x-apple.systempreferences:x', false],
  ['jar:https://client.example/x!/', false],
  ['javascript:alert(1)', false],
  ['vbscript:x', false],
  ['intent://x#Intent;end', false],
  ['intent://x', false],
  ['mailto:a@b.example', false],
  ['ssh://host', false],
  ['steam://run/1', false],
  ['app:/cb', false],
  ['.com:/cb', false],
  ['com.:/cb', false],
  ['com..example:/cb', false],
  ['com.example.app://user@host/cb', false],
  ['com.example.app:/cb#x', false],
  ['com.example.app:/cb\\x', false],
  ['com.example.app:/cb\u0000', false],
  ['https://client.example/\u202e', false],
  ['https://client.example\\.evil.example/cb', false],
  ['http://client.example/cb', false],
  ['http://localhost.evil.example/cb', false],
  ['http://127.0.0.2/cb', false],
  ['https://user@client.example/cb', false],
  ['https://client.example/cb#', false],
  ['https://a;script-src/cb', false],
  ["https://a'b/cb", false],
  ['https://client.example/a b', false],
  ['https:///cb', true],
  ['https://', false],
  ['JavaScript:alert(1)', false],
  ['data:text/html,x', false],
  ['blob:https://client.example/x', false],
  ['file:///etc/passwd', false],
  ['view-source:https://client.example', false],
  ['/cb', false],
  ['', false],
];
test.each(table)('%s', (text, isAllowed) => {
  expect(redirectTarget(text) !== undefined).toBe(isAllowed);
});

test('nothing is registered but what was, and whatever passes can be put into a header and a policy', () => {
  const uri = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string(),
    fc.constant(CALLBACK),
  );
  fc.assert(
    fc.property(uri, fc.string({ maxLength: 3 }), (base, more) => {
      const text = base + more;
      expect(isRegistered(text, [CALLBACK])).toBe(text === CALLBACK);
      const target = redirectTarget(text);
      if (target !== undefined) expect(`${target.href} ${target.host}`).not.toMatch(/[\s"<>]{2}|[\r\n]/);
      if (target !== undefined) expect(target.origin).not.toMatch(/[;,' ]/);
    }),
  );
});
