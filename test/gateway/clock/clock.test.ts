import { describe, expect, test } from 'vitest';
import { createClock } from '../../../gateway/clock/clock.ts';
import { NOON } from '../support/rows.ts';

const HOUR = 3_600_000;

/** A machine whose clock stands beside that of a database, and what its gateway believes. */
function machine({ offset = 0, hasDatabase = true, answers = 0 } = {}) {
  let uptime = 5000;
  let system = NOON + offset;
  let database = NOON;
  let isAway = false;
  let asked = 0;
  const pass = (milliseconds: number): void => {
    uptime += milliseconds;
    system += milliseconds;
    database += milliseconds;
  };
  const databaseTime = async (): Promise<number> => {
    asked += 1;
    pass(answers / 2);
    const time = database;
    pass(answers / 2);
    if (isAway) throw new Error('away');
    return time;
  };
  return {
    clock: createClock({
      databaseTime: hasDatabase ? databaseTime : undefined,
      system: () => system,
      uptime: () => uptime,
    }),
    asked: () => asked,
    pass,
    setSystem: (by: number) => (system += by),
    setDatabase: (by: number) => (database += by),
    leave: () => {
      isAway = true;
    },
    answerIn: (milliseconds: number) => {
      answers = milliseconds;
    },
  };
}

describe('the time of a gateway', () => {
  test.each([2 * HOUR, -2 * HOUR, 0])('is that of the database where this machine is %d ms off', async (offset) => {
    const { clock, pass, asked } = machine({ offset });
    await clock.refresh();
    expect(clock.now()).toBe(NOON);
    pass(9_999.6);
    expect(clock.now()).toBe(NOON + 10_000);
    expect(asked()).toBe(1);
  });

  test('is asked for anew at once when the clock of this machine is set, and does not follow it', async () => {
    const { clock, setSystem, asked } = machine();
    await clock.refresh();
    setSystem(2 * HOUR);
    expect(clock.now()).toBe(NOON);
    await clock.refresh();
    expect([clock.now(), asked()]).toEqual([NOON, 2]);
    clock.now();
    expect(asked()).toBe(2);
  });

  test('is right again after a sleep, in which this process counted nothing', async () => {
    const { clock, setSystem, setDatabase } = machine();
    await clock.refresh();
    for (const wake of [setSystem, setDatabase]) wake(HOUR);
    clock.now();
    await clock.refresh();
    expect(clock.now()).toBe(NOON + HOUR);
  });

  test('goes on where the database is away, or answers too late to tell the time', async () => {
    const one = machine({ offset: HOUR });
    await one.clock.refresh();
    one.leave();
    await expect(one.clock.refresh()).rejects.toThrow('away');
    one.pass(60_000);
    expect(one.clock.now()).toBe(NOON + 60_000);
    const other = machine({ answers: 200 });
    await other.clock.refresh();
    expect(other.clock.now()).toBe(NOON + 200);
    other.answerIn(3000);
    other.setDatabase(1_000_000);
    await other.clock.refresh();
    expect(other.clock.now()).toBe(NOON + 3200);
  });

  test.each([true, false])(
    'stands still for a small step back, and follows a large one (database: %s)',
    async (hasDatabase) => {
      const { clock, pass, setDatabase, setSystem } = machine({ hasDatabase });
      await clock.refresh();
      clock.now();
      const set = hasDatabase ? setDatabase : setSystem;
      set(-500);
      await clock.refresh();
      expect(clock.now()).toBe(NOON);
      pass(400);
      expect(clock.now()).toBe(NOON);
      pass(200);
      expect(clock.now()).toBe(NOON + 100);
      set(-HOUR);
      await clock.refresh();
      expect(clock.now()).toBe(NOON + 100 - HOUR);
    },
  );

  test('is that of this machine where the database has none of its own', () => {
    const { clock, setSystem } = machine({ hasDatabase: false });
    expect(clock.now()).toBe(NOON);
    setSystem(HOUR);
    expect(clock.now()).toBe(NOON + HOUR);
  });
});
