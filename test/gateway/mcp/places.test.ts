import { expect, test } from 'vitest';
import { createPlaces, createServerPlaces } from '../../../gateway/mcp/places.ts';

test('places: so many of each key, and each free again once it was given back', () => {
  const places = createPlaces(2);
  const leaves = [places.take('a'), places.take('a')];
  expect(places.take('a')).toBeUndefined();
  expect(places.take('b')).toBeDefined();
  leaves[0]?.();
  leaves[0]?.();
  expect(places.take('a')).toBeDefined();
  expect(places.take('a')).toBeUndefined();
});

test('places of servers: none takes all of its account, and each has some for its own', () => {
  const places = createServerPlaces({ account: 20, server: 12, own: 3 });
  const take = (serverId: string, accountId = 'a') => places.take({ serverId, accountId });
  const fill = (serverId: string): (() => void)[] => {
    const leaves: (() => void)[] = [];
    for (let leave = take(serverId); leave !== undefined; leave = take(serverId)) leaves.push(leave);
    return leaves;
  };
  const first = fill('one');
  expect(first).toHaveLength(12);
  expect(fill('two')).toHaveLength(8);
  expect(fill('three')).toHaveLength(3);
  expect(fill('four')).toHaveLength(3);
  expect(take('other', 'b')).toBeDefined();
  for (const leave of first) leave();
  // 26 were going, of which 12 are over.
  expect(fill('two')).toHaveLength(4);
  expect(take('one')).toBeDefined();
});
