import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay } from '../../../sandbox/search/calendar-day.ts';
import { compileSearch, compileSort, SearchFault, type SearchTable } from '../../../sandbox/search/index.ts';
import { naiveVerdict } from './support/naive-search.ts';
import { type Row, reader, tables } from './support/search-tables.ts';
import { attributeTypes, bothValues, fieldsOf, filterValue, rowValue, zones } from './support/search-values.ts';

const searches = Object.entries(tables).map(([name, table]) => ({ name, table }));
const operators = ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<=', '~', '!~', '^', '$'];
function attributeType(field: string) {
  return attributeTypes[field];
}
const zone = fc.constantFrom(...zones);

type Verdict = boolean | number;

/** Found, not found, or the status of the refusal. */
function verdict(table: SearchTable, query: unknown, row: Row, timezone: string): Verdict {
  try {
    return compileSearch(table, query, { timezone, attributeType })(reader(row));
  } catch (error) {
    if (!(error instanceof SearchFault)) throw error;
    return error.status;
  }
}

/** Both verdicts, which have to be one. */
function agreed(table: SearchTable, query: unknown, row: Row, timezone: string): Verdict {
  const given = verdict(table, query, row, timezone);
  expect(given).toBe(naiveVerdict(query, row, { table, timezone, types: attributeTypes }));
  return given;
}

/** The operators that a field takes, which some value has to go with. */
function operatorsOf(table: SearchTable, field: string): string[] {
  return operators.filter((operator) =>
    ['true', 1, ['1'], ['true']].some(
      (value) => typeof verdict(table, { field, operator, value }, {}, 'UTC') === 'boolean',
    ),
  );
}

describe.each(searches)('a search for $name agrees with reading its query afresh for each row', ({ table }) => {
  const fields = fieldsOf(table);

  test.each(fields)('for %s and each operator', (field) => {
    const missing = operators.filter((operator) => {
      const verdicts = new Set<Verdict>();
      const property = fc.property(bothValues(table, field, operator), zone, ([held, value], timezone) => {
        verdicts.add(agreed(table, { field, operator, value }, { [field]: held }, timezone));
      });
      fc.assert(property, { numRuns: 80 });
      const isTaken = operatorsOf(table, field).includes(operator);
      expect(verdicts.has(true) || verdicts.has(false), operator).toBe(isTaken);
      return isTaken && !(verdicts.has(true) && verdicts.has(false) && verdicts.has(400));
    });
    // Chance may leave one of the three verdicts out.
    expect(missing.length, missing.join(' ')).toBeLessThan(3);
  });

  test('for groups of filters, one in another', () => {
    const counts = new Map<Verdict, number>();
    const known = fc.constantFrom(...fields);
    const unknown = fc.constantFrom('unknown', 'constructor', 'custom_attributes.', '');
    const name = fc.oneof({ weight: 40, arbitrary: known }, { weight: 1, arbitrary: unknown });
    const given = fc.array(name, { minLength: 2, maxLength: 3 }).chain((few) => {
      const row = fc.record(Object.fromEntries(few.map((field) => [field, rowValue(table, field)])));
      return fc.tuple(queriesOf(table, few), row);
    });
    const property = fc.property(given, zone, ([query, row], timezone) => {
      const both = agreed(table, query, row, timezone);
      counts.set(both, (counts.get(both) ?? 0) + 1);
    });
    fc.assert(property, { numRuns: 2000 });
    for (const each of [true, false, 400, 500]) expect(counts.get(each), String(each)).toBeGreaterThan(20);
  });

  test('and refuses anything else, without breaking', () => {
    const anything = fc.anything({ withDate: true, withMap: true, withNullPrototype: true });
    const row = { id: '1', created_at: 1 };
    const property = fc.property(anything, anything, anything, (field, operator, value) => {
      verdict(table, value, row, 'UTC');
      verdict(table, { field, operator, value }, row, 'UTC');
      verdict(table, { operator: 'AND', value: [{ field: 'id', operator: 'IN', value }, field] }, row, 'UTC');
      verdict(table, { field: 'id', operator: '=', value }, row, 'UTC');
      try {
        compileSort({ field, order: operator }, table);
      } catch (error) {
        expect(error).toBeInstanceOf(SearchFault);
      }
    });
    fc.assert(property, { numRuns: 500 });
  });
});

/** Filters of a few fields, in groups up to a level too deep. */
function queriesOf(table: SearchTable, few: readonly string[]): fc.Arbitrary<unknown> {
  const joint = fc.constantFrom('AND', 'OR');
  const filter = fc.constantFrom(...few).chain((field) =>
    fc.constantFrom(...operatorsOf(table, field), '=', '=', 'AND').chain((operator) =>
      fc.record({
        field: fc.constant(field),
        operator: fc.constant(operator),
        value: filterValue(table, field, operator),
      }),
    ),
  );
  const group = (inner: fc.Arbitrary<unknown>) =>
    fc.record({
      operator: fc.oneof({ weight: 30, arbitrary: joint }, { weight: 1, arbitrary: fc.constantFrom('and', '=') }),
      value: fc.oneof(
        { weight: 30, arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }) },
        { weight: 1, arbitrary: fc.array(inner, { maxLength: 17 }) },
      ),
    });
  const nested = group(fc.oneof(filter, group(filter)));
  return fc.oneof(
    { weight: 3, arbitrary: filter },
    { weight: 6, arbitrary: group(filter) },
    { weight: 6, arbitrary: nested },
    { weight: 1, arbitrary: group(nested) },
  );
}

test('a day holds the moments of its date and no others, in every time zone', () => {
  const moments = fc.integer({ min: Date.UTC(2012) / 1000, max: Date.UTC(2038) / 1000 });
  const property = fc.property(moments, fc.constantFrom(...Intl.supportedValuesOf('timeZone')), (moment, timeZone) => {
    const { start, end } = calendarDay(moment, timeZone);
    const dayOf = (second: number) => new Date(second * 1000).toLocaleDateString('sv-SE', { timeZone });
    const date = dayOf(moment);
    expect([dayOf(start), dayOf(end - 1)]).toEqual([date, date]);
    expect(dayOf(start - 1) < date && date < dayOf(end)).toBe(true);
  });
  fc.assert(property, { numRuns: 500 });
});

test('sorting is an order: of any three rows it says the same whichever two are compared', () => {
  const sorts = fc.constantFrom(...searches.flatMap(({ table }) => fieldsOf(table).map((field) => ({ table, field }))));
  const given = sorts.chain(({ table, field }) =>
    fc.record({
      order: fc.constantFrom('ascending', 'descending').map((order) => compileSort({ field, order }, table)),
      rows: fc.array(
        fc
          .record({ id: fc.constantFrom('a', 'b', 'c'), [field]: rowValue(table, field) })
          .map((row: Row) => reader(row)),
        { minLength: 3, maxLength: 3 },
      ),
    }),
  );
  const property = fc.property(given, ({ order, rows: [a, b, c] }) => {
    if (a === undefined || b === undefined || c === undefined) return;
    expect(order(a, b) + order(b, a)).toBe(0);
    if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
  });
  fc.assert(property, { numRuns: 2000 });
});
