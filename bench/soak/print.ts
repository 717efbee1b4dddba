import type { Measured } from './processes.ts';
import type { Tally } from './tally.ts';

/** What a run over one store came to. */
interface Run {
  readonly name: string;
  readonly seconds: number;
  readonly tally: Tally;
  readonly revoked: number;
  /** Processes that ended by themselves. */
  readonly ended: number;
  readonly start: readonly Measured[];
  readonly end: readonly Measured[];
  readonly peaks: readonly number[];
}

/** Prints a run for people. */
export function print({ name, seconds, tally, revoked, ended, start, end, peaks }: Run): void {
  const wrong = tally.dishonest.length;
  console.log(
    `\n${name}: ${seconds.toFixed(0)} s, ${tally.requests} requests, ${(tally.requests / seconds).toFixed(0)} a second, ` +
      `${wrong} wrong; ${revoked} servers revoked in use; ${ended} processes ended by themselves`,
  );
  for (const { from, until } of tally.away) console.log(`the database was away for ${(until - from).toFixed(0)} ms`);
  console.log(`\n${'answered'.padEnd(20)} requests    p50 ms    p99 ms    max ms`);
  for (const { kind, requests, p50, p99, max } of tally.latencies())
    console.log(
      `${kind.padEnd(20)}${cells(9, requests.toString(), ...[p50, p99, max].map((time) => time.toFixed(1)))}`,
    );
  console.log('\nnot answered');
  for (const [result, count, isHonest] of tally.results())
    console.log(`${String(count).padStart(7)}  ${isHonest ? '     ' : 'WRONG'}  ${result}`);
  console.log(
    '\nprocess   MiB of all at start, most, end   of heap at start, end   event loop late by ms, p99 and most',
  );
  start.forEach((before, index) => {
    const after = end[index] ?? before;
    const all = [before.rss, peaks[index] ?? Number.NaN, after.rss].map(mebibytes);
    const heap = [before.heapUsed, after.heapUsed].map(mebibytes);
    const late = [after.delay.p99, after.delay.max].map((time) => time.toFixed(0));
    console.log(`${String(index + 1).padEnd(7)}${cells(10, ...all)}   ${cells(11, ...heap)}   ${cells(17, ...late)}`);
  });
}

function cells(width: number, ...texts: readonly string[]): string {
  return texts.map((text) => text.padStart(width)).join(' ');
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}
