import type { Api, Operation } from '../ir/ir.ts';
import { isRecord, type JsonSchema } from '../json/json-schema.ts';

/**
 * The arguments whose ids have names, by dotted place, with the kinds of things that they mean; items of a list have the place
 * of the list, and `*` is any name. What an operation says of a place outranks what the API says of the name.
 */
export function namedArguments(
  schema: JsonSchema,
  { names: own = {} }: Pick<Operation['facts'], 'names'>,
  common: Api['names'],
): Record<string, readonly string[]> {
  const found: Record<string, readonly string[]> = {};
  const look = (part: JsonSchema, place: string, name: string): void => {
    const kinds = Object.hasOwn(own, place) ? own[place] : Object.hasOwn(common, name) ? common[name] : undefined;
    if (place !== '' && kinds !== undefined && kinds.length > 0) found[place] = kinds;
    for (const [key, property] of Object.entries(part.properties ?? {}))
      look(property, place === '' ? key : `${place}.${key}`, key);
    for (const form of [...(part.items ? [part.items] : []), ...(part.anyOf ?? [])]) look(form, place, name);
    if (isRecord(part.additionalProperties)) look(part.additionalProperties, `${place}.*`, '*');
  };
  look(schema, '', '');
  return found;
}
