import type * as z from 'zod';
import { timeKindOf } from '../tool/time.ts';
import { unwrapped } from './schema-at.ts';

/** Levels of an example: what lies deeper is left empty. */
const DEEPEST = 3;

/** A value that a schema accepts, to show how one is written; `undefined` where anything would do. */
export function exampleOf(schema: z.core.$ZodType, depth = 0): unknown {
  if (timeKindOf(schema) !== undefined) return '2026-01-31T09:00:00Z';
  const { def } = (unwrapped(schema) as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return 'text';
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'enum':
      return Object.values(def.entries)[0];
    case 'literal':
      return def.values[0];
    case 'array': {
      const item = depth < DEEPEST ? exampleOf(def.element, depth + 1) : undefined;
      return item === undefined ? [] : [item];
    }
    case 'object':
      return depth < DEEPEST ? exampleObject(def.shape, depth) : {};
    case 'record':
      return { name: exampleOf(def.valueType, depth + 1) ?? 'value' };
    case 'union':
      return def.options[0] && exampleOf(def.options[0], depth);
    default:
      return undefined;
  }
}

/** What is required, or the first property where nothing is. */
function exampleObject(shape: Readonly<Record<string, z.core.$ZodType>>, depth: number): Record<string, unknown> {
  const entries = Object.entries(shape);
  const required = entries.filter(([, schema]) => !['optional', 'default'].includes(typeOf(schema)));
  const shown = required.length > 0 ? required : entries.slice(0, 1);
  return Object.fromEntries(shown.map(([name, schema]) => [name, exampleOf(schema, depth + 1) ?? 'value']));
}

function typeOf(schema: z.core.$ZodType): string {
  return (schema as z.core.$ZodTypes)._zod.def.type;
}
