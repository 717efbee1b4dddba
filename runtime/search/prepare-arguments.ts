import { objectSchema } from '../tool/object-schema.ts';
import type { Tool } from '../tool/tool.ts';
import { InputError } from '../value/errors.ts';
import { isRecord } from '../value/value.ts';
import { exampleQuery } from './example.ts';
import { meantField } from './field-name.ts';
import { NEUTRAL_SEARCH } from './neutral-profile.ts';
import { prepareSearch, type SearchReading } from './prepare-search.ts';
import { readSort } from './sort.ts';

/** The arguments of a tool as they are validated, what was changed to get there, and what to know about its results. */
export interface PreparedArguments {
  readonly input: Readonly<Record<string, unknown>>;
  readonly repairs: readonly string[];
  readonly hints: readonly string[];
}

/** Prepares the arguments of a search, with its query where it can only be meant; those of any other tool stay as they are. */
export function prepareArguments(
  { search, input }: Pick<Tool, 'search' | 'input'>,
  raw: Readonly<Record<string, unknown>>,
  { now, profile = NEUTRAL_SEARCH, names }: SearchReading,
): PreparedArguments {
  if (search === undefined) return { input: raw, repairs: [], hints: [] };
  const { shape } = objectSchema({ input });
  const repairs: string[] = [];
  const searched = { rules: search, profile };
  const isMeant = (key: string) => meantField(searched, key) !== undefined;
  const placed = placeQuery(placeLimit(raw, repairs), { shape, isMeant, repairs });
  const { query, sort, ...rest } = placed;
  if (query === undefined) {
    // Among unknown arguments may be a mistyped one, which the schema's refusal names.
    if (Object.keys(rest).some((key) => !Object.hasOwn(shape, key))) return { input: placed, repairs, hints: [] };
    throw missing(exampleQuery(search));
  }
  const prepared = prepareSearch(search, query, { now, profile, names });
  const order = Object.hasOwn(shape, 'sort') ? readSort(sort, { ...searched, repairs }) : sort;
  return {
    input: { query: prepared.query, ...(order !== undefined && { sort: order }), ...rest },
    repairs: [...repairs, ...prepared.repairs],
    hints: prepared.hints,
  };
}

function missing(example: string): InputError {
  return new InputError([
    {
      argument: 'query',
      message: `is required: one filter, such as ${example}, or {"operator":"AND","value":[filters]}`,
    },
  ]);
}

const wrappers = ['filters', 'filter', 'where', 'conditions', 'search'];
const parts = ['field', 'operator', 'op', 'value', 'values'];

const MOST_EXTRA = 100;

interface Placing {
  readonly shape: Readonly<Record<string, unknown>>;
  readonly isMeant: (key: string) => boolean;
  readonly repairs: string[];
}

/** A query that stands among the arguments themselves: under another name, in its parts, or as fields and values. */
function placeQuery(
  raw: Readonly<Record<string, unknown>>,
  { shape, isMeant, repairs }: Placing,
): Readonly<Record<string, unknown>> {
  if (raw.query !== undefined) return raw;
  const extra = Object.keys(raw).filter((key) => key !== 'sort' && !Object.hasOwn(shape, key));
  // No query has so many fields; the schema refuses them.
  if (extra.length > MOST_EXTRA) return raw;
  const [first] = extra;
  if (first === undefined) return raw;
  const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !extra.includes(key)));
  const own = Object.fromEntries(extra.map((key) => [key, raw[key]]));
  const isWrapped = extra.length === 1 && wrappers.includes(first);
  const isQuery = extra.every((key) => parts.includes(key) || wrappers.includes(key)) || extra.every(isMeant);
  if (!isWrapped && !isQuery) return raw;
  repairs.push(`${extra.map((key) => key.slice(0, 60)).join(', ')}: taken as the query`);
  return { ...rest, query: isWrapped ? raw[first] : own };
}

/** The page size by the names that APIs themselves have for it. */
function placeLimit(raw: Readonly<Record<string, unknown>>, repairs: string[]): Readonly<Record<string, unknown>> {
  if (raw.limit !== undefined) return raw;
  const { pagination, per_page: size, ...rest } = raw;
  const keys = isRecord(pagination) ? Object.keys(pagination) : [];
  const inner = isRecord(pagination) && keys.length === 1 ? pagination.per_page : undefined;
  const limit = size ?? inner;
  if (limit === undefined || (size !== undefined && pagination !== undefined)) return raw;
  repairs.push(`${size === undefined ? 'pagination.' : ''}per_page: renamed to limit`);
  return { ...rest, limit };
}
