import { expect, test } from 'vitest';
import { readAddresses } from '../../../gateway/http/address-set.ts';
import { createAddressReader } from '../../../gateway/http/caller-address.ts';

function setOf(...texts: string[]) {
  const read = readAddresses(texts);
  if ('wrong' in read) throw new Error(`${read.wrong} is no address`);
  return read;
}

function addressOf(peer: string | undefined, forwarded?: string, trusted = ['10.0.0.0/8', '::1']): string {
  return createAddressReader(setOf(...trusted))(
    peer,
    new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
  );
}

test('the address is that of the socket, whatever a caller writes into a header', () => {
  expect(addressOf('203.0.113.7')).toBe('203.0.113.7');
  expect(addressOf('203.0.113.7', '10.1.1.1')).toBe('203.0.113.7');
  expect(addressOf('10.0.0.1', '1.2.3.4', [])).toBe('10.0.0.1');
  expect(addressOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(addressOf('fe80::1%eth0')).toBe('fe80::1');
  expect(addressOf(undefined, '1.2.3.4')).toBe('unknown');
});

test('of what trusted proxies append, the last address that is none of theirs is the caller', () => {
  expect(addressOf('10.0.0.1', '198.51.100.4')).toBe('198.51.100.4');
  expect(addressOf('10.0.0.1', 'spoofed, 1.1.1.1, 198.51.100.4, 10.9.9.9')).toBe('198.51.100.4');
  expect(addressOf('::1', '[2001:db8::5]:443')).toBe('2001:db8::5');
  expect(addressOf('10.0.0.1', '198.51.100.4:5612')).toBe('198.51.100.4');
  expect(addressOf('10.0.0.1')).toBe('10.0.0.1');
  expect(addressOf('10.0.0.1', 'not an address')).toBe('10.0.0.1');
  expect(addressOf('10.0.0.1', '198.51.100.4, garbage, 10.2.2.2')).toBe('10.2.2.2');
});

test('an endless header is read from its end', () => {
  expect(addressOf('10.0.0.1', `${'1.1.1.1, '.repeat(100_000)}198.51.100.4`)).toBe('198.51.100.4');
});

test('ranges are of IPv4 and IPv6, and what is none is named', () => {
  const set = setOf('192.0.2.0/24', '2001:db8::/32', '198.51.100.4');
  expect(['192.0.2.255', '::ffff:192.0.2.1', '2001:DB8:ffff::1', '198.51.100.4'].map(set.has)).toEqual(
    Array(4).fill(true),
  );
  expect(['192.0.3.0', '2001:db9::1', '198.51.100.5', 'unknown', ''].map(set.has)).toEqual(Array(5).fill(false));
  for (const wrong of [
    '10.0.0.0/33',
    '::/129',
    '10.0.0.0/',
    '10.0.0/8',
    'a.example',
    '',
    '10.0.0.0/8/8',
    '::ffff:10.0.0.0/8',
  ])
    expect(readAddresses(['10.0.0.1', wrong]), wrong).toEqual({ wrong });
});
