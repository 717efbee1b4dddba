import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import { type EditKind, recordAt, type Verdict } from './edits.ts';
import { operationsOf } from './occurrences.ts';

/** A change of one row of a search table. */
interface FieldEdit {
  readonly name: string;
  readonly where?: (field: Json) => boolean;
  readonly prepare?: (field: Json) => void;
  /** What stands in its place: none, one or more. */
  readonly change: (field: Json) => readonly Json[];
  /** The fields that the report speaks of; that of the row where it is left out. */
  readonly names?: (name: string) => readonly string[];
  readonly verdict: Verdict;
}

const field: Verdict['kinds'] = ['search field'];
const breaking = ['breaking for models'] as const;
const compatible = ['compatible'] as const;
const texts = ['=', '!=', 'IN', 'NIN', '~', '!~', '^', '$'];
const isText = ({ type, prefix }: Json): boolean => type === 'string' && prefix === undefined;
const isNamed = ({ prefix }: Json): boolean => prefix === undefined;

const edits: readonly FieldEdit[] = [
  {
    name: 'field added',
    change: (row) => [row, { name: 'quite_new', type: 'string', operators: texts }],
    names: () => ['quite_new'],
    verdict: { kinds: ['search field added'], labels: compatible },
  },
  {
    name: 'field of custom attributes added',
    change: (row) => [row, { name: 'quite_new.{id}', type: 'string', prefix: 'quite_new.', operators: texts }],
    names: () => ['quite_new.{id}', 'quite_new.'],
    verdict: { kinds: ['search field added'], labels: compatible },
  },
  { name: 'field removed', change: () => [], verdict: { kinds: ['search field removed'], labels: breaking } },
  {
    name: 'field renamed',
    where: isNamed,
    change: (row) => [{ ...row, name: 'quite_new' }],
    names: (name) => [name, 'quite_new'],
    verdict: { kinds: ['search field removed', 'search field added', 'search field'] },
  },
  {
    name: 'text becomes date',
    where: isText,
    change: ({ values: _, ...row }) => [{ ...row, type: 'date', operators: ['=', '>', '<'] }],
    verdict: { kinds: field, labels: breaking },
  },
  {
    name: 'text becomes integer with its operators',
    where: isText,
    change: ({ values: _, ...row }) => [{ ...row, type: 'integer' }],
    verdict: { kinds: field, labels: breaking },
  },
  {
    name: 'operator added',
    where: isNamed,
    change: (row) => [{ ...row, operators: [...list(row.operators), 'QN'] }],
    verdict: { kinds: field, labels: compatible },
  },
  {
    name: 'operator removed',
    change: (row) => [{ ...row, operators: list(row.operators).slice(1) }],
    verdict: { kinds: field, labels: breaking },
  },
  {
    name: 'operator granted beside the table',
    where: ({ extraOperators }) => extraOperators === undefined,
    change: (row) => [{ ...row, extraOperators: ['QN'] }],
    verdict: { kinds: field, labels: compatible },
  },
  {
    name: 'operator granted no more',
    where: ({ extraOperators }) => extraOperators === undefined,
    prepare: (row) => {
      row.extraOperators = ['QN'];
    },
    change: ({ extraOperators: _, ...row }) => [row],
    verdict: { kinds: field, labels: breaking },
  },
  {
    name: 'value added',
    where: isText,
    prepare: values,
    change: (row) => [{ ...row, values: ['a', 'b', 'c'] }],
    verdict: { kinds: field, labels: compatible },
  },
  {
    name: 'value removed',
    where: isText,
    prepare: values,
    change: (row) => [{ ...row, values: ['b'] }],
    verdict: { kinds: field, labels: breaking },
  },
  {
    name: 'values dropped',
    where: isText,
    prepare: values,
    change: ({ values: _, ...row }) => [row],
    verdict: { kinds: field, labels: compatible },
  },
  {
    name: 'values stated',
    where: (row) => isText(row) && row.values === undefined,
    change: (row) => [{ ...row, values: ['a', 'b'] }],
    verdict: { kinds: field, labels: breaking },
  },
  {
    name: 'rows in another order',
    where: isNamed,
    prepare: (row) => {
      row.operators = texts;
      row.type = 'string';
    },
    change: (row) => [{ ...row, operators: texts.toReversed() }],
    verdict: { kinds: [] },
  },
];

const limits: readonly (readonly [name: string, keyword: string, by: number, verdict: Verdict])[] = [
  ['more filters', 'maxFilters', 5, { kinds: ['search limit'], labels: compatible }],
  ['fewer filters', 'maxFilters', -5, { kinds: ['search limit'], labels: breaking }],
  ['deeper groups', 'maxNesting', 1, { kinds: ['search limit'], labels: compatible }],
  ['flatter groups', 'maxNesting', -1, { kinds: ['search limit'], labels: breaking }],
];

/** Edits of search tables. */
export const searchEdits: readonly EditKind[] = [
  ...edits.map(fieldEdit),
  ...limits.map(
    ([name, keyword, by, verdict]): EditKind => ({
      name: `search: ${name}`,
      sites: ({ document }) => searches(document),
      edit: ({ document }, site) => ({
        what: `search ${name} at ${site}`,
        operations: [operationAt(document, site)],
        apply: (copied) => {
          const table = recordAt(copied, `${site}/x-search`);
          table[keyword] = Number(table[keyword]) + by;
        },
        expected: [{ operation: operationAt(document, site), places: new Set(['query', '']), ...verdict }],
      }),
    }),
  ),
];

function fieldEdit({
  name,
  where = () => true,
  prepare,
  change,
  names = (own) => [own],
  verdict,
}: FieldEdit): EditKind {
  return {
    name: `search: ${name}`,
    sites: ({ document }) =>
      searches(document).flatMap((site) =>
        rowsOf(document, site).flatMap((row, index) => (where(row) ? [`${site}/x-search/fields/${index}`] : [])),
      ),
    edit: ({ document }, site) => {
      const [, pointer = '', index = ''] = /^(.*)\/x-search\/fields\/(\d+)$/.exec(site) ?? [];
      const operation = operationAt(document, pointer);
      const row = recordAt(document, site);
      const { kinds = [] } = verdict;
      const places = [
        ...names(String(row.name)),
        ...(names(String(row.name)).includes(String(row.name)) ? [String(row.prefix ?? row.name)] : []),
      ];
      return {
        what: `search ${name} at ${site}: ${String(row.name)}`,
        operations: [operation],
        prepare: (copied) => prepare?.(recordAt(copied, site)),
        apply: (copied) => {
          rowsOf(copied, pointer).splice(Number(index), 1, ...change(recordAt(copied, site)));
        },
        expected:
          kinds.length === 0
            ? []
            : [{ operation, places: new Set(places.map((place) => `query.${place}`)), ...verdict }],
      };
    },
  };
}

function values(row: Json): void {
  row.values = ['a', 'b'];
}

function searches(document: Json): string[] {
  return operationsOf(document).flatMap(({ pointer, operation }) => (isRecord(operation['x-search']) ? [pointer] : []));
}

function rowsOf(document: Json, pointer: string): Json[] {
  const { fields } = recordAt(document, `${pointer}/x-search`);
  return Array.isArray(fields) ? fields : [];
}

function operationAt(document: Json, site: string): string {
  const found = operationsOf(document).find(({ pointer }) => pointer === site);
  return found ? `${found.method.toUpperCase()} ${found.path}` : '';
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
