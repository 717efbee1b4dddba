import { afterEach, expect, test, vi } from 'vitest';
import { listenNear } from '../../../cli/process/listen-near.ts';
import { stopWithParent } from '../../../cli/process/stop-with-parent.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function taken(...ports: number[]) {
  return async (port: number) => {
    if (!ports.includes(port)) return port;
    throw new Error('taken', { cause: Object.assign(new Error('listen'), { code: 'EADDRINUSE' }) });
  };
}

test('a port that is taken is left for the next one, and said; one that was named is not', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const wanted = { port: 4000, what: 'gateway', isNamed: false };
  expect(await listenNear(wanted, taken())).toBe(4000);
  expect(said).not.toHaveBeenCalled();
  expect(await listenNear(wanted, taken(4000, 4001))).toBe(4002);
  expect(said.mock.calls).toEqual([['intercom-mcp: port 4000 is taken: the gateway listens on 4002']]);
  await expect(listenNear({ ...wanted, isNamed: true }, taken(4000))).rejects.toThrow('taken');
  const all = Array.from({ length: 100 }, (_, index) => 4000 + index);
  await expect(listenNear(wanted, taken(...all))).rejects.toThrow('taken');
  await expect(listenNear(wanted, () => Promise.reject(new Error('denied')))).rejects.toThrow('denied');
});

test('a program of npm ends with the shell that started it, and only such a one', () => {
  vi.useFakeTimers();
  let parent = 7;
  const close = vi.fn(async () => {});
  stopWithParent(close, {}, () => parent);
  stopWithParent(close, { npm_lifecycle_event: 'start' }, () => parent);
  vi.advanceTimersByTime(2000);
  expect(close).not.toHaveBeenCalled();
  parent = 1;
  vi.advanceTimersByTime(2000);
  expect(close).toHaveBeenCalledTimes(1);
});
