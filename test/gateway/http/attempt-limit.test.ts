import { expect, test } from 'vitest';
import { createAttemptLimit, retryAfter } from '../../../gateway/http/attempt-limit.ts';

function limit(settings: { attempts?: number; mostRemembered?: number } = {}) {
  let time = 1_000_000;
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  return { ...createAttemptLimit({ attempts: 3, span: 60_000, now: () => time, ...settings }), pass };
}

const one = { address: '192.0.2.1' };
const other = { address: '192.0.2.2' };

test('a network has so many attempts, and another one has its own', () => {
  const { take, wait } = limit();
  expect([take(one), take(one), take(one)]).toEqual([0, 0, 0]);
  expect([take(one), wait(one)]).toEqual([60_000, 60_000]);
  expect([wait(other), take(other)]).toEqual([0, 0]);
});

test('the span slides: no minute has more, wherever it begins', () => {
  const { take, pass } = limit();
  take(one);
  pass(50_000);
  expect([take(one), take(one), take(one)]).toEqual([0, 0, 10_000]);
  pass(9_999);
  expect(take(one)).toBe(1);
  pass(1);
  expect([take(one), take(one)]).toEqual([0, 50_000]);
});

test('whoever goes on trying does not wait for longer', () => {
  const { take, pass } = limit({ attempts: 1 });
  take(one);
  for (let count = 0; count < 59; count++) {
    pass(1000);
    expect(take(one)).toBe(60_000 - (count + 1) * 1000);
  }
  pass(1000);
  expect(take(one)).toBe(0);
});

test('targets are counted apart, and addresses of one IPv6 network together', () => {
  const { take } = limit({ attempts: 1 });
  expect(take({ address: '2001:db8::1', target: 'a' })).toBe(0);
  expect(take({ address: '2001:db8::1', target: 'b' })).toBe(0);
  expect(take({ address: '2001:db8::ffff:2', target: 'a' })).toBe(60_000);
  expect(take({ address: '2001:db8:0:1::1', target: 'a' })).toBe(0);
});

test('what is given back counts no more, and what was not taken cannot be', () => {
  const { take, giveBack, wait } = limit({ attempts: 2 });
  giveBack(one);
  take(one);
  take(one);
  giveBack(one);
  expect([take(one), take(one)]).toEqual([0, 60_000]);
  expect(wait(other)).toBe(0);
});

test('so many networks are remembered, and those that tried the longest ago make room', () => {
  const { take, wait, pass } = limit({ attempts: 1, mostRemembered: 100 });
  const address = (number: number) => ({ address: `198.51.100.${number}` });
  take(address(0));
  for (let number = 1; number <= 99; number++) take(address(number));
  expect(wait(address(0))).toBe(60_000);
  take(address(100));
  expect(wait(address(0))).toBe(0);
  expect([1, 50, 100].map((number) => wait(address(number)))).toEqual([60_000, 60_000, 60_000]);
  pass(60_000);
  expect(wait(address(100))).toBe(0);
});

test('a clock that is set back locks nobody out', () => {
  const { take, wait, pass } = limit({ attempts: 1 });
  take(one);
  pass(-7_200_000);
  expect(wait(one)).toBe(0);
  expect(take(one)).toBe(0);
  expect(take(one)).toBe(60_000);
});

test('seconds to wait are whole, and never none', () => {
  expect([0, 1, 999, 1000, 1001, 60_000].map(retryAfter)).toEqual(['1', '1', '1', '1', '2', '60']);
});
