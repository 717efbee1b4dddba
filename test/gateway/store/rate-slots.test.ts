import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSlidingCounter } from '../../../gateway/limits/sliding-counter.ts';
import { type Engine, emptyStore, engines } from '../support/engines.ts';
import type { TestStore } from '../support/open-test-store.ts';
import { anAccount, aServer, NOON } from '../support/rows.ts';

describe.each(engines)('limits of servers over $name', (engine: Engine) => {
  describe.skipIf(!engine.isThere)('slide', () => {
    let made: Awaited<ReturnType<typeof emptyStore>>;
    let store: TestStore;
    let servers = 0;
    beforeAll(async () => {
      made = await emptyStore(engine);
      store = made.store;
      await store.accounts.insert(anAccount('a'));
    });
    afterAll(() => made?.[Symbol.asyncDispose]());
    const server = async (): Promise<string> => {
      servers += 1;
      await store.servers.insert(aServer('a', `s${servers}`));
      return `s${servers}`;
    };

    test('as those of one process do', async () => {
      const steps = fc.array(fc.nat(700), { minLength: 20, maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 6 }), steps, async (limit, pauses) => {
          let time = NOON;
          const id = await server();
          const counter = createSlidingCounter({ limit, span: 1500, uptime: () => time });
          for (const pause of pauses) {
            time += pause;
            expect(await store.rateSlots.spend(id, { limit, span: 1500 }, time)).toBe(counter.spend('key'));
          }
        }),
        { numRuns: 12 },
      );
    });

    test('100 of 200 at the edge of a minute, also where the limit is changed in between', async () => {
      const id = await server();
      const spend = (limit: number, time: number) => store.rateSlots.spend(id, { limit, span: 60_000 }, time);
      for (let count = 0; count < 100; count += 1) expect(await spend(100, NOON - 1)).toBe(0);
      expect(await spend(100, NOON)).toBe(60_000);
      expect(await spend(101, NOON)).toBe(0);
      expect(await spend(50, NOON)).toBe(60_000);
      // Another span begins anew.
      expect(await store.rateSlots.spend(id, { limit: 1, span: 1000 }, NOON)).toBe(0);
    });

    test('for a process whose clock is a little behind as for the others', async () => {
      const id = await server();
      const spend = (time: number) => store.rateSlots.spend(id, { limit: 2, span: 1200 }, time);
      expect([await spend(NOON), await spend(NOON - 300)]).toEqual([0, 0]);
      expect(await spend(NOON - 300)).toBe(1600);
      expect(await spend(NOON + 1299)).toBe(1);
      expect(await spend(NOON + 1300)).toBe(0);
    });

    test('and a clock that was two hours ahead blocks nobody once it is right again', async () => {
      const id = await server();
      const spend = (time: number) => store.rateSlots.spend(id, { limit: 1, span: 60_000 }, time);
      expect(await spend(NOON + 7_200_000)).toBe(0);
      expect(await spend(NOON)).toBe(0);
      expect(await spend(NOON)).toBe(65_000);
    });
  });
});
