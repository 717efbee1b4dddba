import { fieldRule } from './field-rule.ts';
import type { SearchContext } from './search-context.ts';
import type { Filter } from './search-query.ts';

/** Hints what a filter that is correct finds other than a reader of it would think. */
export function noteSurprises(filter: Filter, { rules, profile, notes }: SearchContext): void {
  if (rules.wholeDays && fieldRule(rules, filter.field)?.type === 'date')
    notes.hint(
      "Dates match whole days in the workspace's time zone: > starts the day after the given one, < ends the day before, = is the day. To include a day with >, give the day before it.",
    );
  for (const surprise of profile.surprises?.(filter) ?? []) notes.hint(surprise);
}
