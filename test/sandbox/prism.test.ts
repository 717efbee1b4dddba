import { beforeAll, expect, test } from 'vitest';
import { createSandbox, listenSandbox } from '../../sandbox/index.ts';
import { refusalOf } from '../support/description-faults.ts';
import { officialDescription, startPrismProxy } from '../support/prism.ts';
import { answerViolationsOf, violationsOf } from '../support/prism-verdict.ts';
import { type Passed, startRelay } from '../support/relay.ts';
import { START } from './support/sandbox.ts';
import { type Swept, sweep } from './support/sweep.ts';
import { sweepArguments } from './support/sweep-arguments.ts';

if (officialDescription === undefined)
  console.warn(
    'SKIPPED: Prism between the tools and the sandbox, for ../shared/specs/intercom-2.16.yaml is missing. ' +
      'Answers are held against generated/intercom/operations.json alone.',
  );

/** Where the sandbox answers otherwise than the official description says, and why. */
const REASONS: readonly (readonly [violation: RegExp, reason: string])[] = [
  [/applied_by type$/, 'nullable, but beside allOf with a schema that is not: a tag that nobody applied has none'],
  [/(?:companies|notes|tags)(?:\.data\.#)?\.(?:url|type) format$/, 'declared as uri; Intercom answers paths and names'],
  [/custom_attributes\.\w+ type$/, "declared as text; the description's own examples have numbers and dates"],
  [/avatar\.image_url format$/, 'the address that the test gave, which is none, comes back as it was given'],
  [/^body\.email format$/, 'a visitor without an email address has an empty one'],
  [/^body\.pages\.next type$/, "declared as an object; Intercom's users see an address"],
  [/^ $/, 'a refusal with a status that is not declared: 400, 404 and 422 are left out of many operations'],
  [/^body required$/, 'declares no success at all, only an error, so that every success violates it'],
];

let passed: { readonly call: Swept; readonly request: Passed }[] = [];

// tools -> relay -> Prism with the official description -> sandbox
beforeAll(async () => {
  if (officialDescription === undefined) return;
  const sandbox = createSandbox({ strict: true, rateLimit: 1_000_000, now: () => START });
  await using listening = await listenSandbox(sandbox);
  await using prism = await startPrismProxy(officialDescription, listening.url);
  await using relay = await startRelay(prism.url, {}, { patience: 30_000 });
  // Prism would follow the address of a recording, which leads out of this machine.
  const leaveOut = ['get_single_intercom_call_recording_by_id'];
  const calls = await sweep(sweepArguments, { baseUrl: relay.url, sandbox, leaveOut });
  const requests = relay.take();
  passed = calls
    .filter(({ status }) => status > 0)
    .flatMap((call, index) => (requests[index] === undefined ? [] : [{ call, request: requests[index] }]));
}, 180_000);

test.skipIf(officialDescription === undefined)('all calls passed through it', () => {
  expect(new Set(passed.map(({ call }) => call.tool)).size).toBe(230);
  expect(passed.filter(({ call, request }) => call.status !== request.answer.status)).toEqual([]);
});

test.skipIf(officialDescription === undefined)('no request violates the description but for its written faults', () => {
  const violating = passed.filter(({ request }) => violationsOf(request).length > 0);
  const unexplained = violating.filter(({ call }) => refusalOf(call.tool, call.arguments) === undefined);
  expect(
    unexplained.map(({ call, request }) => [call.tool, ...violationsOf(request).map(({ message }) => message)]),
  ).toEqual([]);
});

test.skipIf(officialDescription === undefined)(
  'no answer violates it without a written reason, and none is stale',
  () => {
    const used = new Set<RegExp>();
    const unexplained = passed.flatMap(({ call, request }) =>
      answerViolationsOf(request).flatMap(({ at, code, message }) => {
        const place = `${at.replaceAll(/\.\d+(?=\.|$)/g, '.#')} ${code}`;
        const [reason] = REASONS.find(([violation]) => violation.test(place)) ?? [];
        if (reason) used.add(reason);
        return reason ? [] : [`${call.tool}: ${place}: ${message}`];
      }),
    );
    expect(unexplained).toEqual([]);
    expect(REASONS.filter(([violation]) => !used.has(violation))).toEqual([]);
  },
);
