import { described } from '../identity/described.ts';
import type { Identity } from '../identity/identify.ts';
import type { Format } from '../output/paint.ts';
import { table } from '../output/table.ts';
import type { Check } from './check.ts';
import type { Diagnosis } from './diagnose.ts';

const colours = { ok: 'green', failed: 'red', skipped: 'yellow' } as const satisfies Record<Check['status'], Format>;

/** A diagnosis as aligned lines: the checks, what to do below each, then the workspace. */
export function report(
  { ok, checks, identity }: Diagnosis,
  colour: (format: Format, text: string) => string = (_format, text) => text,
): string {
  const rows = table(checks.map(({ name, status, message }) => [status, name, message])).split('\n');
  // What to do stands below the names: beside the longest status and the two spaces after it.
  const indent = ' '.repeat(Math.max(...checks.map(({ status }) => status.length)) + 2);
  const lines = checks.flatMap(({ status, help }, index) => {
    const row = (rows[index] ?? '').replace(status, colour(colours[status], status));
    return help === undefined ? [row] : [row, colour('dim', `${indent}${help}`)];
  });
  const verdict = ok ? colour('green', 'Everything is in order.') : colour('red', 'Something is wrong: see above.');
  return [...lines, ...(identity ? ['', whose(identity)] : []), '', verdict].join('\n');
}

function whose({ id, name, email, app }: Identity): string {
  return table([
    ['workspace', described(app?.name, app?.id_code)],
    ['region', app?.region ?? 'unknown'],
    ['time zone', app?.timezone ?? 'unknown'],
    ['admin', described([name, email].filter(Boolean).join(', '), id)],
  ]);
}
