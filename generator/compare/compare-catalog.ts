import type { CatalogEntry, CatalogInputSchema } from '../../runtime/catalog/catalog.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { lookupIn } from '../json/lookup.ts';
import { isAnything } from '../plan/portable-schema.ts';
import { argumentChange, type Said } from './argument-change.ts';
import { shapeReader } from './schemas/read-shape.ts';
import { schemaComparer } from './schemas/schema-comparer.ts';

/** What changed in the arguments as a model sees them; bounds, of which it sees a part, are told by the description. */
export function compareInputs(before: CatalogEntry, after: CatalogEntry): Said[] {
  if (JSON.stringify(before.inputSchema) === JSON.stringify(after.inputSchema)) return [];
  const [old = {}, now = {}] = [before, after].map(({ inputSchema }) => opened(inputSchema)).filter(isRecord);
  const readers = {
    before: shapeReader(lookupIn(old), 'argument'),
    after: shapeReader(lookupIn(now), 'argument'),
  };
  return schemaComparer(readers)(old, now)
    .filter(({ difference }) => difference.aspect !== 'bound')
    .map((found) => argumentChange('', found));
}

/** A schema with an open one wherever the list of tools writes out that a value may be anything. */
function opened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(opened);
  if (!isRecord(value)) return value;
  if (isAnything(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, opened(part)]));
}

/** The argument, or a place inside of one, as the list of tools shows it; undefined where it shows nothing there. */
export function schemaAtPlace({ inputSchema }: CatalogEntry, place: string): Json | undefined {
  const lookup = lookupIn(inputSchema);
  let here: Json[] = [inputSchema];
  for (const step of stepsOf(place)) {
    here = here.flatMap((schema) => inside(schema, step)).flatMap((schema) => formsOf(schema, lookup));
    if (here.length === 0) return undefined;
  }
  const values = here.filter(({ type }) => type !== 'null');
  return values.length === 1 ? values[0] : { anyOf: values };
}

function stepsOf(place: string): string[] {
  return place === '' ? [] : place.replaceAll('[]', '.[]').split('.').filter(Boolean);
}

function inside(schema: Json, step: string): Json[] {
  const { properties, items, additionalProperties } = schema;
  const own = isRecord(properties) && Object.hasOwn(properties, step) ? properties[step] : undefined;
  return [step === '[]' ? items : step === '*' ? additionalProperties : own].filter(isRecord);
}

function formsOf(schema: Json, lookup: ReturnType<typeof lookupIn>): Json[] {
  const target = typeof schema.$ref === 'string' ? lookup(schema.$ref) : undefined;
  const forms = Array.isArray(schema.anyOf) ? schema.anyOf.filter(isRecord) : [];
  return target ? [target] : forms.length > 0 ? forms : [schema];
}

/** The words of every argument by its place; empty where it has none. Those of definitions are the generator's own. */
export function argumentWords(schema: CatalogInputSchema): Map<string, string> {
  const words = new Map<string, string>();
  collect(schema, '', words);
  return words;
}

function collect(schema: Json, place: string, words: Map<string, string>): void {
  const { description, properties, items, anyOf, additionalProperties } = schema;
  if (place !== '') words.set(place, [words.get(place), description].filter(Boolean).join(' '));
  for (const [name, part] of Object.entries(isRecord(properties) ? properties : {}))
    if (isRecord(part)) collect(part, place === '' ? name : `${place}.${name}`, words);
  if (isRecord(items)) collect(items, `${place}[]`, words);
  if (isRecord(additionalProperties)) collect(additionalProperties, `${place}.*`, words);
  for (const form of Array.isArray(anyOf) ? anyOf : []) if (isRecord(form)) collect(form, place, words);
}
