import type { Check } from './check.ts';
import { type Diagnosis, diagnose, type Surroundings } from './diagnose.ts';
import type { Identity } from './workspace.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';

/** `intercom-mcp doctor`: a list for people, an object for programs; exit code 1 if a check failed. */
export const doctor = async ({ json = false }: { json?: boolean }): Promise<void> => {
  const diagnosis = await diagnose(fromProcess());
  console.log(json ? JSON.stringify(diagnosis, null, 2) : report(diagnosis, paintOutput));
  if (!diagnosis.ok) process.exitCode = 1;
};

const fromProcess = (): Surroundings => ({ environment: process.env, nodeVersion: process.versions.node });

type Paint = (format: Parameters<typeof paint>[1], text: string) => string;

const paintOutput: Paint = (format, text) => paint(process.stdout, format, text);

/** A diagnosis as aligned lines: the checks, what to do below each, then the workspace. */
export const report = ({ ok, checks, identity }: Diagnosis, colour: Paint = (_format, text) => text): string => {
  const rows = table(checks.map(({ name, status, message }) => [status, name, message])).split('\n');
  const lines = checks.flatMap(({ status, help }, index) => {
    const row = (rows[index] ?? '').replace(status, colour(colours[status], status));
    return help === undefined ? [row] : [row, colour('dim', `${' '.repeat(INDENT)}${help}`)];
  });
  const verdict = ok ? colour('green', 'Everything is in order.') : colour('red', 'Something is wrong: see above.');
  return [...lines, ...(identity ? ['', whose(identity)] : []), '', verdict].join('\n');
};

/** `skipped` and the two spaces after it. */
const INDENT = 9;

const colours = { ok: 'green', failed: 'red', skipped: 'yellow' } as const satisfies Record<Check['status'], unknown>;

const whose = ({ id, name, email, app }: Identity): string =>
  table([
    ['workspace', described(app?.name, app?.id_code)],
    ['region', app?.region ?? 'not told'],
    ['time zone', app?.timezone ?? 'not told'],
    ['admin', described([name, email].filter(Boolean).join(', '), id)],
  ]);

const described = (name: string | undefined, id: string | undefined): string =>
  `${name?.replace(/\p{Cc}/gu, '') || 'without a name'}${id === undefined ? '' : ` (${id})`}`;
