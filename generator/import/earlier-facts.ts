import * as z from 'zod';
import type { Json, JsonObject } from '../json/json.ts';

// What an import took from prose and examples stands in the contract under keys of its own. A contract has neither, so that one
// which is imported itself keeps what stands there.

const count = z.int().positive();
const pageSize = z.strictObject({ default: count.exactOptional(), max: count.exactOptional() });
const errorCodes = z.array(z.string().regex(/^[\w.-]{1,64}$/)).min(1);
const type = z.enum(['string', 'integer', 'number', 'boolean', 'date', 'any']);
const operators = z.array(z.string().regex(/^(?:[=!<>~^$]{1,2}|IN|NIN)$/)).min(1);
const search = z.strictObject({
  fields: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[\w.]+(?:\.\{\w+\})?$/),
        type: z.union([type, z.array(type)]),
        operators,
        values: z.array(z.string().regex(/^[\w.-]+$/)).exactOptional(),
        extraOperators: operators.exactOptional(),
        prefix: z.string().exactOptional(),
      }),
    )
    .min(1),
  operators: z.partialRecord(type, operators),
  maxNesting: count,
  maxFilters: count,
});

/** The `x-page-size` of a contract; undefined for what no import writes. */
export function earlierPageSize(value: Json | undefined): JsonObject | undefined {
  return pageSize.safeParse(value).data;
}

/** The `x-error-codes` of a contract; undefined for what no import writes. */
export function earlierErrorCodes(value: Json | undefined): readonly string[] | undefined {
  return errorCodes.safeParse(value).data;
}

/** The `x-search` of a contract; undefined for what no import writes. */
export function earlierSearch(value: Json | undefined): JsonObject | undefined {
  return search.safeParse(value).data;
}
