import { beforeAll, describe, expect, test } from 'vitest';
import { catalog } from '../../intercom/catalog.ts';
import { operations } from '../../sandbox/contract/contract.ts';
import { routes } from '../../sandbox/operations/routes.ts';
import { type Swept, sweep } from './support/sweep.ts';
import { needACallBefore, sweepArguments } from './support/sweep-arguments.ts';

test('every operation of the contract has one handler', () => {
  expect(Object.keys(routes).toSorted()).toEqual([...operations.keys()].toSorted());
  expect(operations.size).toBe(231);
});

describe('every tool, called with ids that exist, on a sandbox that refuses to answer against the contract', () => {
  let swept: readonly Swept[] = [];
  beforeAll(async () => {
    swept = await sweep(sweepArguments);
  });
  const told = ({ tool, round, status, message }: Swept): string => `${tool} (${round}): ${status} ${message}`;
  const isDone = ({ status }: Swept): boolean => status >= 200 && status < 400;

  test('was called with its required arguments and with all of them', () => {
    for (const round of ['required', 'all'])
      expect([...new Set(swept.filter((call) => call.round === round).map(({ tool }) => tool))]).toEqual(
        catalog.map(({ name }) => name),
      );
  });

  test('none breaks the sandbox, and none answers what the contract does not allow', () => {
    expect(swept.filter(({ status }) => status >= 500).map(told)).toEqual([]);
  });

  test('each does its work at least once, but for those that need a call before them', () => {
    const done = new Set(swept.filter(isDone).map(({ tool }) => tool));
    const undone = catalog.filter(({ name }) => !done.has(name)).map(({ name }) => name);
    const why = swept.filter(({ tool }) => undone.includes(tool) && !needACallBefore.includes(tool)).map(told);
    expect(why).toEqual([]);
    expect(undone.toSorted()).toEqual(needACallBefore.toSorted());
  });
});
