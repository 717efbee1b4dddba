import * as z from 'zod';
import { isLongInteger } from '../tool/long-integer.ts';
import { timeKindOf } from '../tool/time.ts';

/**
 * A schema as callers see it, where a tool's own says what is sent: times and ids are texts, which the reading of
 * arguments turns into what is sent. `key` is the name of the argument or property.
 */
export function shownSchema<Schema extends z.core.$ZodType>(schema: Schema, key = ''): Schema {
  return shown(schema, key) as Schema; // Of the same kind, but where it is a time or an id.
}

function shown(schema: z.core.$ZodType, key: string): z.core.$ZodType {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (timeKindOf(schema) !== undefined || (def.type === 'number' && /(?:^|_)ids?$/.test(key)))
    return described(z.string(), schema);
  if (isLongInteger(schema))
    return described(/(?:^|_)ids?$/.test(key) ? z.string() : z.union([z.int(), z.string()]), schema);
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return changed(schema, { innerType: shown(def.innerType, key) });
    case 'array':
      return changed(schema, { element: shown(def.element, key) });
    case 'record':
      return changed(schema, { valueType: shown(def.valueType, key) });
    case 'union':
      return changed(schema, { options: def.options.map((option) => shown(option, key)) });
    case 'object': {
      const shape = Object.entries(def.shape).map(([name, property]) => [name, shown(property, name)] as const);
      return changed(schema, { shape: Object.fromEntries(shape) });
    }
    default:
      return schema;
  }
}

/** A copy of a schema with another definition of the same kind. */
function changed(schema: z.core.$ZodType, def: object): z.core.$ZodType {
  return described(z.core.clone(schema, { ...schema._zod.def, ...def }), schema);
}

function described(schema: z.core.$ZodType, before: z.core.$ZodType): z.core.$ZodType {
  const { description } = z.globalRegistry.get(before) ?? {};
  if (description !== undefined) z.globalRegistry.add(schema, { description });
  return schema;
}
