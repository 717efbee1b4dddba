import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { typeNamed } from './mend-type.ts';
import { type Report, shown } from './mending.ts';

/** Keywords that may be true or false instead of a schema. */
const FLAGS = new Set(['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems']);

/** What is no object where a schema belongs: open, or undefined where it is to be left out. */
export function mendNoSchema(value: unknown, pointer: string, report: Report): Json | undefined {
  if (value === true) return {};
  if (value === false) return undefined;
  const type = typeof value === 'string' ? typeNamed(value) : undefined;
  const mended = type === undefined ? {} : { type };
  const outcome = type === undefined ? 'any value is accepted' : `it is read as the type ${type}`;
  report(pointer, `${shown(value)} stands where a schema belongs: ${outcome}`);
  return mended;
}

/** A schema whose keywords stand where they belong, before each of them is looked at. */
export function straightenSchema(schema: Json, pointer: string, report: Report): Json {
  const changes: Record<string, unknown> = {};
  for (const key of FLAGS) {
    if (schema[key] === 'true' || schema[key] === 'false') changes[key] = schema[key] === 'true';
  }
  if (Array.isArray(schema.items)) changes.items = itemsOf(schema.items, `${pointer}/items`, report);
  if (isRecord(schema.discriminator) && typeof schema.discriminator.propertyName !== 'string') {
    report(`${pointer}/discriminator`, 'a discriminator without a propertyName tells nothing: it is left out');
    changes.discriminator = undefined;
  }
  if (typeof schema.required === 'boolean') {
    // What a property says of itself was read by its parent.
    if (schema.required) report(`${pointer}/required`, 'true stands where a list of names belongs: it is left out');
    changes.required = undefined;
  }
  if (typeof schema.discriminator === 'string') {
    // As Swagger 2 has it, where the property has to be there.
    const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
    changes.discriminator = { propertyName: schema.discriminator };
    changes.required = [...new Set([...required, schema.discriminator])];
  }
  if (isRecord(schema.properties))
    Object.assign(changes, requiredInside({ ...schema, ...changes }, schema.properties, pointer, report));
  return Object.keys(changes).length === 0 ? schema : withChanges(schema, changes);
}

/** Whether a boolean is meant where a schema may stand. */
export function isFlagOf(key: string, value: unknown): boolean {
  return typeof value === 'boolean' && FLAGS.has(key);
}

/** Items by their places, as older drafts have them, are any of them. */
function itemsOf(items: readonly unknown[], pointer: string, report: Report): Json {
  report(
    pointer,
    `${shown(items)} stands where a schema belongs: ${items.length === 0 ? 'any value' : 'each of these forms'} is accepted at every place`,
  );
  const forms = items.filter(isRecord);
  return forms.length === 1 && forms[0] !== undefined ? forms[0] : forms.length === 0 ? {} : { anyOf: forms };
}

/** Properties that call themselves required, as older drafts have it: the object says so. */
function requiredInside(schema: Json, properties: Json, pointer: string, report: Report): Json {
  const own = Object.entries(properties).filter(
    ([, property]) => isRecord(property) && typeof property.required === 'boolean',
  );
  if (own.length === 0) return {};
  const names = own.filter(([, property]) => isRecord(property) && property.required === true).map(([name]) => name);
  for (const name of names)
    report(
      `${pointer}/properties${pointerTo([name])}/required`,
      `true is read as a name in the list of the object's required properties`,
    );
  const listed: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const changed = own.map(([name, property]) => [
    name,
    isRecord(property) ? withChanges(property, { required: undefined }) : property,
  ]);
  return {
    properties: { ...properties, ...Object.fromEntries(changed) },
    ...(names.length > 0 && { required: [...new Set([...listed, ...names])] }),
  };
}

/** An object with keys changed; undefined leaves one out. */
export function withChanges(object: Json, changes: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(Object.entries({ ...object, ...changes }).filter(([, value]) => value !== undefined));
}
