import { type Code, type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';

/** Takes note of a place that holds what it must not. */
export type Report = (pointer: string, message: string, code?: Code) => void;

/** So many places of a description are named one by one. */
const MOST_PLACES = 500;

/** Characters of a wrong value that are shown. */
const LONGEST_VALUE = 40;

/** A list of reports, which does not grow without end. */
export function reports(): { report: Report; diagnostics: () => Diagnostic[] } {
  const found: Diagnostic[] = [];
  let more = 0;
  const report: Report = (pointer, message, code = 'VALUE_MALFORMED') => {
    // An operation that is lost is always named.
    if (found.length < MOST_PLACES || code !== 'VALUE_MALFORMED') found.push(diagnostic(code, message, pointer));
    else more += 1;
  };
  return {
    report,
    diagnostics: () => (more === 0 ? found : [...found, diagnostic('VALUE_MALFORMED', `and ${more} more places`)]),
  };
}

/** What stands at a place, in a few words. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
