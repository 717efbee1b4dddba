import type { Diagnostic, Severity } from '../../generator/diagnostics/diagnostics.ts';
import type { Format } from './paint.ts';

/** So many problems of one code are named one by one; of more only some, and how many there are. */
const MOST_OF_A_CODE = 20;
const SHOWN_OF_MANY = 5;

/** Diagnostics as lines: those of one code together, what is worse first, and under them what to do. */
export function diagnosticLines(
  diagnostics: readonly Diagnostic[],
  paint: (format: Format, text: string) => string,
): string[] {
  const groups = [...Map.groupBy(diagnostics, ({ code }) => code).values()];
  const rank = ([first]: readonly Diagnostic[]): number => SEVERITIES.indexOf(first?.severity ?? 'info');
  return groups
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const shown = group.length > MOST_OF_A_CODE ? group.slice(0, SHOWN_OF_MANY) : group;
      const more = group.length - shown.length;
      const count = more > 0 ? [paint('dim', `  and ${more} more of ${first.code}, ${group.length} in all`)] : [];
      return [...shown.map((each) => line(each, paint)), ...count, paint('dim', `  ${first.help}`)];
    });
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function line(
  { code, severity, message, pointer, place }: Diagnostic,
  paint: (format: Format, text: string) => string,
): string {
  const at = [pointer, place && `(${place})`].filter(Boolean).join(' ');
  const head = paint(severity === 'info' ? 'dim' : 'yellow', `${severity} ${code}`);
  return `${head}  ${message}${at === '' ? '' : paint('dim', `  ${at}`)}`;
}
