import { expect, test } from 'vitest';
import { createMemory } from '../../../runtime/value/memory.ts';

test('remembers for a minute', () => {
  let now = 0;
  const memory = createMemory(() => now);
  memory.set('admins', ['Priya']);
  now = 59_999;
  expect(memory.get('admins')).toEqual(['Priya']);
  now = 60_000;
  expect(memory.get('admins')).toBeUndefined();
});

test('holds fifty things, and what was remembered first gives way', () => {
  const memory = createMemory(() => 0);
  for (let at = 0; at < 50; at += 1) memory.set(`thread:${at}`, at);
  memory.set('thread:0', 'again');
  memory.set('thread:50', 50);
  expect(memory.get('thread:0')).toBe('again');
  expect(memory.get('thread:1')).toBeUndefined();
  expect(memory.get('thread:50')).toBe(50);
});

test('forgets what begins so, or everything', () => {
  const memory = createMemory(() => 0);
  memory.set('thread:1', 1);
  memory.set('names:admin', 2);
  memory.forget('thread:');
  expect(memory.get('thread:1')).toBeUndefined();
  expect(memory.get('names:admin')).toBe(2);
  memory.forget();
  expect(memory.get('names:admin')).toBeUndefined();
});
