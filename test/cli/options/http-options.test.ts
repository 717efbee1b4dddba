import { describe, expect, test } from 'vitest';
import { checkHttpOptions } from '../../../cli/options/http-options.ts';

const strong = 'mB4v9QzR2kLx7TnY';
const anywhere = ['0.0.0.0', '::', '', '192.168.1.7', '0', '2130706433', '::ffff:10.0.0.1', 'localhost.evil.example'];

describe.each(anywhere)('on %j', (host) => {
  test('no token is refused', () => {
    expect(() => checkHttpOptions({ host })).toThrow('whoever reaches it could use every tool');
  });

  test('a token, or saying so, is enough', () => {
    expect(checkHttpOptions({ host, token: strong })).toBeUndefined();
    expect(checkHttpOptions({ host, token: 'short' })).toContain('can be guessed');
    expect(checkHttpOptions({ host, insecure: true })).toContain('no token is asked for');
  });
});

test.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('on %s nothing is needed', (host) => {
  expect(checkHttpOptions({ host })).toBeUndefined();
});
