import type { Api, Operation } from '../ir/ir.ts';
import { pointerTo, valueAt } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { lookupIn } from '../json/lookup.ts';
import { alternatives } from '../normalize/alternatives.ts';
import { itemsPlace } from '../normalize/items-place.ts';

/** Names of properties that say what an object is, and nothing of it. */
const SAYS_NOTHING = new Set(['type', 'object']);

/** The names of what an operation answers, without noise: of one item where it answers a list; none where no object is declared. */
export function answerFields(operation: Operation, { document, noise }: Pick<Api, 'document' | 'noise'>): string[] {
  const { pointer, status, mediaType, facts, isList } = operation;
  if (status === undefined || mediaType === undefined) return [];
  const lookup = lookupIn(document);
  const response = valueAt(document, pointer + pointerTo(['responses', status]));
  const target = isRecord(response) && typeof response.$ref === 'string' ? lookup(response.$ref) : response;
  const schema = valueAt(target, pointerTo(['content', mediaType, 'schema']));
  const formsOf = (value: unknown): Json[] =>
    isRecord(value) ? alternatives(value, lookup).map((form) => form.schema) : [];
  const below = (forms: readonly Json[], key: string): Json[] =>
    forms.flatMap(({ properties }) => (isRecord(properties) ? formsOf(properties[key]) : []));
  let forms = formsOf(schema);
  if (isList) {
    const { pagination } = facts;
    const place =
      pagination?.items ?? (isRecord(schema) ? itemsPlace(schema, operation.path, lookup)?.place : undefined);
    const places = place === undefined ? listPlaces(forms) : place.split('.').filter(Boolean);
    for (const key of places) forms = below(forms, key);
    forms = forms.flatMap(({ items }) => formsOf(items));
  }
  const names = forms.flatMap(({ properties }) => (isRecord(properties) ? Object.keys(properties) : []));
  const isNoise = (name: string): boolean =>
    noise.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
  return [...new Set(names)].filter((name) => !SAYS_NOTHING.has(name) && !isNoise(name));
}

/** Where the only list of an answer stands that is no list itself. */
function listPlaces(forms: readonly Json[]): string[] {
  if (forms.some(({ type }) => type === 'array')) return [];
  const lists = forms.flatMap(({ properties }) =>
    Object.entries(isRecord(properties) ? properties : {}).filter(
      ([, part]) => isRecord(part) && part.type === 'array',
    ),
  );
  const [first] = lists;
  return first === undefined ? [] : [first[0]];
}
