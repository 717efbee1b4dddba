import { table } from '../../cli/output/table.ts';
import type { Ending, Outcome } from './outcome.ts';

/** One line about a description. */
export function describeOutcome({ name, generated, listed, judged, broken }: Outcome): string {
  const { ending, tools, cpu, megabytes, error } = generated;
  const cost = `${tools} tools, ${cpu.toFixed(1)} s, ${megabytes.toFixed(0)} MB`;
  if (ending !== 'generated') return `${name}: ${ending}: ${error?.split('\n').slice(0, 2).join(' ')}`;
  if (broken !== undefined) return `${name}: ${cost}; not listed: ${broken.slice(0, 300)}`;
  const faults = listed?.faults ?? [];
  const told = judged && `, ${judged.requests} requests, faults ${sum(judged.faults)}, unsent ${sum(judged.unsent)}`;
  return `${name}: ${cost}, ${listed?.tokens} tokens${told ?? ''}${faults.length > 0 ? `; FAULTS ${faults[0]}` : ''}`;
}

const endings: readonly Ending[] = ['generated', 'named reason', 'raw error', 'time limit', 'memory limit'];

/** All outcomes together: how they ended, what they cost by number of tools, which codes were said. */
export function summary(outcomes: readonly Outcome[]): string {
  const generated = outcomes.filter((one) => one.generated.ending === 'generated');
  const clean = generated.filter(({ listed }) => listed?.faults.length === 0);
  const counts = endings.map((ending) => [ending, outcomes.filter((one) => one.generated.ending === ending).length]);
  return [
    table([['of', outcomes.length], ...counts, ['listed without fault', clean.length]].map((row) => row.map(String))),
    '',
    table([
      ['tools', 'APIs', 'CPU s (median)', 'most', 'MB (median)', 'most'],
      ...SIZES.map((size) => costs(generated, size)),
    ]),
    '',
    ...judgements(outcomes),
    table([['code', 'APIs', 'times'], ...codes(outcomes)]),
  ].join('\n');
}

const SIZES: readonly (readonly [from: number, to: number])[] = [
  [0, 10],
  [11, 50],
  [51, 200],
  [201, 500],
  [501, 1500],
  [1501, 100_000],
];

function costs(outcomes: readonly Outcome[], [from, to]: readonly [number, number]): (string | number)[] {
  const some = outcomes.filter(({ generated }) => generated.tools >= from && generated.tools <= to);
  const cpu = some.map(({ generated }) => generated.cpu).sort((a, b) => a - b);
  const memory = some.map(({ generated }) => generated.megabytes).sort((a, b) => a - b);
  const figures = [cpu, memory].flatMap((all, at) =>
    [middle(all), all.at(-1) ?? 0].map((value) => value.toFixed(1 - at)),
  );
  return [`${from}-${to}`, some.length, ...figures.map(Number)];
}

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function codes(outcomes: readonly Outcome[]): (string | number)[][] {
  const all = outcomes.flatMap(({ generated }) => Object.entries(generated.codes));
  return [...Map.groupBy(all, ([code]) => code)]
    .map(([code, group]) => [code, group.length, group.reduce((sum, [, times]) => sum + times, 0)] as const)
    .sort((a, b) => b[1] - a[1])
    .map((row) => [...row]);
}

/** Faults of requests by kind, per thousand. */
function judgements(outcomes: readonly Outcome[]): string[] {
  const judged = outcomes.flatMap((one) => one.judged ?? []);
  if (judged.length === 0) return [];
  const requests = judged.reduce((total, one) => total + one.requests, 0);
  const rows = (pick: (one: (typeof judged)[number]) => Readonly<Record<string, number>>): (string | number)[][] => {
    const all = judged.flatMap((one) => Object.entries(pick(one)));
    const kinds = [...Map.groupBy(all, ([kind]) => kind)];
    return kinds
      .map(([kind, group]) => [kind, group.length, group.reduce((total, [, times]) => total + times, 0)] as const)
      .sort((a, b) => b[2] - a[2])
      .map(([kind, apis, times]) => [kind, apis, times, Number(((times / requests) * 1000).toFixed(1))]);
  };
  return [
    `${requests} requests of ${judged.length} APIs, ${judged.reduce((total, { right }) => total + right, 0)} right`,
    table([['fault', 'APIs', 'times', 'per thousand'], ...rows(({ faults }) => faults)]),
    table([['not sent', 'APIs', 'times', 'per thousand'], ...rows(({ unsent }) => unsent)]),
    '',
  ];
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
