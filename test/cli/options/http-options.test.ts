import { Command } from '@commander-js/extra-typings';
import { describe, expect, test } from 'vitest';
import { checkHttpOptions, originOption } from '../../../cli/options/http-options.ts';

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

describe('--allow-origin', () => {
  function origins(...values: string[]) {
    const args = values.flatMap((value) => ['--allow-origin', value]);
    const silent = new Command().exitOverride().configureOutput({ writeErr: () => {} });
    return silent.addOption(originOption('come in')).parse(args, { from: 'user' }).opts().allowOrigin;
  }

  test('names an origin, each time it is given', () => {
    expect(origins('https://app.example.com', 'http://localhost:3000,https://b.example')).toEqual([
      ...['https://app.example.com', 'http://localhost:3000', 'https://b.example'],
    ]);
    expect(origins('*')).toEqual(['*']);
  });

  test.each([
    'app.example.com',
    'https://app.example.com/',
    'https://app.example.com/x',
    'https://*.example.com',
    'null',
    'ftp://a.example',
    'https://a@b.example',
  ])('%s is none', (value) => {
    expect(() => origins(value)).toThrow('An origin is a scheme and a host');
  });

  test('any, without a token, is refused', () => {
    const anybody = { host: '127.0.0.1', allowOrigin: ['*'] };
    expect(() => checkHttpOptions(anybody)).toThrow('every page that you open');
    expect(checkHttpOptions({ ...anybody, token: strong })).toBeUndefined();
  });
});
