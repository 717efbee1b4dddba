import type { ConnectionRecord } from '../connection/connection-record.ts';
import type { Breaks, Change } from './change.ts';
import { connectionPointer } from './connection-pointer.ts';
import { makeChange } from './make-change.ts';
import { listText, valueText, without } from './value-text.ts';

type Variable = ConnectionRecord['variables'][string];

/** What changed in the variables of addresses: whether one has to be set, what it is otherwise, and what it may be. */
export function compareVariables(before: ConnectionRecord, after: ConnectionRecord): Change[] {
  const names = new Set([...Object.keys(before.variables), ...Object.keys(after.variables)]);
  return [...names].flatMap((name) => {
    const [old, now] = [before, after].map(({ variables }) =>
      Object.hasOwn(variables, name) ? variables[name] : undefined,
    );
    const common = { kind: 'server variable', place: `variables.${name}` } as const;
    return differences(old, now).map(({ isBreaking, message, ...values }) => {
      const breaks: readonly Breaks[] = isBreaking ? ['models'] : [];
      const pointer = connectionPointer(`variables.${name}`, before, after);
      return makeChange({ ...common, ...values, breaks, message: `{${name}} of the address ${message}`, pointer });
    });
  });
}

interface Difference {
  readonly isBreaking: boolean;
  readonly message: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

function differences(old: Variable | undefined, now: Variable | undefined): Difference[] {
  if (now === undefined) {
    const set = old?.environment === undefined ? '' : `: ${old.environment} does nothing any more`;
    return [{ isBreaking: true, message: `is gone${set}`, from: old }];
  }
  if (old === undefined) {
    const isBreaking = now.default === undefined;
    const what = isBreaking ? 'has to be set' : `is ${valueText(now.default)} unless it is set`;
    return [{ isBreaking, message: `is new, and ${what}${setBy(now)}`, to: now }];
  }
  return [...defaults(old, now), ...values(old, now)];
}

function defaults(old: Variable, now: Variable): Difference[] {
  const [from, to] = [old.default, now.default];
  if (from === to) return [];
  const values = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  if (to === undefined)
    return [
      {
        ...values,
        isBreaking: true,
        message: `has to be set now${setBy(now)}, and was ${valueText(from)} unless it was`,
      },
    ];
  const was = from === undefined ? 'had to be set' : `was ${valueText(from)}`;
  return [
    {
      ...values,
      isBreaking: from !== undefined,
      message: `is ${valueText(to)} now unless it is set${setBy(now)}, and ${was}`,
    },
  ];
}

function values({ enum: from }: Variable, now: Variable): Difference[] {
  const to = now.enum;
  if (from === undefined && to === undefined) return [];
  const ends = { ...(from && { from }), ...(to && { to }) };
  if (to === undefined) return [{ ...ends, isBreaking: false, message: 'may be anything now' }];
  if (from === undefined)
    return [{ ...ends, isBreaking: true, message: `has to be one of ${listText(to)} now${setBy(now)}` }];
  const [gone, added] = [without(from, to), without(to, from)];
  return [
    ...(gone.length > 0
      ? [{ ...ends, isBreaking: true, message: `cannot be ${listText(gone)} any more${setBy(now)}` }]
      : []),
    ...(added.length > 0 ? [{ ...ends, isBreaking: false, message: `may be ${listText(added)} now` }] : []),
  ];
}

function setBy({ environment }: Variable): string {
  return environment === undefined ? '' : ` (${environment})`;
}
