import type { PartsFrom, PartsInput } from '../../runtime/tool/parts-inputs.ts';
import type { Operation } from '../ir/ir.ts';
import type { JsonSchema } from '../json/json-schema.ts';
import type { ReservedInputs } from './reserved-inputs.ts';

/**
 * The input schema of a tool: one flat object, closed unless the body takes other keys. Definitions that a field brings along stand once at the top.
 * A list takes `limit` and `next_cursor`, whatever it has underneath; `reserved` are the other inputs that the client
 * answers itself.
 */
export function toolSchema(
  { facts, fields: all, extra }: Pick<Operation, 'facts' | 'fields' | 'extra'>,
  reserved: ReservedInputs = {},
): JsonSchema & { type: 'object' } {
  const fields = all.filter(({ constant }) => constant === undefined);
  const properties: Record<string, JsonSchema> = {};
  const $defs: Record<string, JsonSchema> = {};
  for (const field of fields) {
    const { $defs: own, ...schema } = field.schema;
    Object.assign($defs, own);
    properties[field.key] = schema;
  }
  if (facts.pagination) {
    // That it is positive needs no words: what opens a page says so where it is not.
    properties.limit = { type: 'integer', ...limitWords(facts.pagination.max) };
    properties.next_cursor = { type: 'string', description: 'From the page before' };
  }
  if (reserved.parts !== undefined) Object.assign(properties, PARTS_SCHEMA);
  if (reserved.fields) properties.fields = { type: 'array', items: { type: 'string' } };
  const required = fields.filter((field) => field.required).map(({ key }) => key);
  return {
    type: 'object',
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: extra ?? false,
    ...(Object.keys($defs).length > 0 ? { $defs } : {}),
  };
}

/** Windows of a thread, and which of its parts they show. */
const PARTS_SCHEMA = {
  parts_cursor: { type: 'string', description: 'From the answer before' },
  parts_order: { type: 'string', enum: ['newest', 'oldest'] },
  parts_contains: { type: 'string', description: 'Words to find in all parts' },
  parts_from: { type: 'string', enum: ['customer', 'admin', 'bot', 'note'] satisfies PartsFrom[] },
  parts_since: { type: 'string', description: 'ISO time' },
  parts_until: { type: 'string' },
} satisfies Record<PartsInput, JsonSchema>;

function limitWords(max: number | undefined): { description?: string } {
  return max ? { description: `At most ${max}` } : {};
}
