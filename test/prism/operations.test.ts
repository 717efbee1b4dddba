import { beforeAll, expect, test } from 'vitest';
import { catalog } from '../../intercom/catalog.ts';
import { contractFaults, refusalOf, refusals, unreadBodies } from '../support/description-faults.ts';
import { officialDescription, startPrism } from '../support/prism.ts';
import { violationsOf } from '../support/prism-verdict.ts';
import { type Passed, startRelay } from '../support/relay.ts';
import { judgeAddress, judgeContent } from './support/contract-judge.ts';
import { describeTrial, type Trial, tryOperations } from './support/operation-trials.ts';
import { startStdioSession } from './support/stdio-session.ts';

if (officialDescription === undefined) {
  console.warn(
    'SKIPPED: Prism as a judge of all requests, for ../shared/specs/intercom-2.16.yaml is missing. ' +
      'The requests are held against specs/intercom/contract.json alone.',
  );
}

let trials: Trial[] = [];
/** Requests that are wrong, by the tool that they were made of. */
let broken: Map<string, { trial: Trial; request: Passed }> = new Map();

// client over stdio -> `intercom-mcp serve` -> relay -> Prism
beforeAll(async () => {
  await using prism = officialDescription === undefined ? null : await startPrism(officialDescription);
  await using relay = await startRelay(prism?.url, {}, { patience: 30_000 });
  await using session = await startStdioSession(relay.url);
  trials = await tryOperations(session, relay);
  broken = new Map();
  for (const trial of trials) {
    const [request] = trial.sent;
    if (request === undefined || request.body === '' || trial.round !== 'all') continue;
    const { method, headers, pathname, query } = request;
    const body = JSON.stringify(Object.fromEntries(Object.keys(JSON.parse(request.body)).map((key) => [key, [[{}]]])));
    await (await fetch(`${relay.url}${pathname}?${query}`, { method, headers, body })).text();
    for (const request of relay.take()) broken.set(trial.entry.name, { trial, request });
  }
}, 300_000);

function sent(trial: Trial): Passed {
  const [request] = trial.sent;
  if (request === undefined) throw new Error(`nothing was sent: ${describeTrial(trial)}`);
  return request;
}

test('every tool is called with its required arguments and with all of them, and each call sends one request', () => {
  expect(catalog).toHaveLength(231);
  for (const round of ['required', 'all']) {
    const called = new Set(trials.filter((trial) => trial.round === round).map(({ entry }) => entry.name));
    expect([...called]).toEqual(catalog.map(({ name }) => name));
  }
  const others = trials.filter((trial) => trial.sent.length !== 1);
  expect(others.map((trial) => `${describeTrial(trial)}: ${trial.answer.text}`)).toEqual([]);
});

test('every request has the method, path, version and content type of its operation', () => {
  const faults = trials.flatMap((trial) =>
    judgeAddress({ ...trial, request: sent(trial) }).map((fault) => `${describeTrial(trial)}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

test('every query and body is as the contract declares it, but for written faults of the description', () => {
  const used = new Set<unknown>();
  const faults = trials.flatMap((trial) => {
    const { name } = trial.entry;
    const refusal = refusalOf(name, trial.arguments);
    return judgeContent({ ...trial, request: sent(trial) }).flatMap((fault) => {
      const known = contractFaults.find(
        (entry) => entry.tool === name && fault.startsWith(entry.fault) && (entry.when?.(trial.arguments) ?? true),
      );
      used.add(known);
      return known === undefined && refusal === undefined ? [`${describeTrial(trial)}: ${fault}`] : [];
    });
  });
  expect(faults).toEqual([]);
  expect(contractFaults.filter((entry) => !used.has(entry))).toEqual([]);
});

test('the contract refuses a body whose values are of another type', () => {
  const unseen = [...broken.values()].filter(({ trial, request }) => judgeContent({ ...trial, request }).length === 0);
  expect(broken.size).toBeGreaterThan(80);
  expect(unseen.map(({ trial }) => trial.entry.name)).toEqual([]);
});

test.skipIf(officialDescription === undefined)('Prism accepts every request that has no written reason', () => {
  const refused = trials.flatMap((trial) => {
    const violations = violationsOf(sent(trial));
    if (violations.length === 0 || refusalOf(trial.entry.name, trial.arguments) !== undefined) return [];
    return [`${describeTrial(trial)}: ${violations.map(({ message }) => message).join('; ')}`];
  });
  expect(refused).toEqual([]);
});

test.skipIf(officialDescription === undefined)(
  'Prism refuses every request that has a written reason, for that',
  () => {
    const stale = refusals.flatMap((refusal) => {
      const meant = trials.filter(({ entry, arguments: args }) => refusalOf(entry.name, args) === refusal);
      if (meant.length === 0) return [`${refusal.tool}: no call is meant`];
      const accepted = meant.filter(
        (trial) => !violationsOf(sent(trial)).some(({ at, code }) => `${at} ${code}` === refusal.violation),
      );
      return accepted.map((trial) => `${describeTrial(trial)} is not refused for ${refusal.violation}`);
    });
    expect(stale).toEqual([]);
  },
);

test.skipIf(officialDescription === undefined)('every accepted call is answered', () => {
  const failed = trials.filter(({ entry, arguments: args, answer }) => {
    return answer.isError && refusalOf(entry.name, args) === undefined;
  });
  expect(failed.map((trial) => `${describeTrial(trial)}: ${trial.answer.text}`)).toEqual([]);
  expect(trials.filter(({ round }) => round === 'next page').length).toBeGreaterThan(10);
});

test.skipIf(officialDescription === undefined)('Prism refuses a wrong body, but for the written ones', () => {
  const unseen = [...broken].filter(([, { request }]) => violationsOf(request).length === 0).map(([name]) => name);
  expect(unseen.toSorted()).toEqual(Object.keys(unreadBodies).toSorted());
});
