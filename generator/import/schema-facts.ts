import { isArray, type Json, type JsonObject, mapValues, objectOf, textOf } from '../json/json.ts';
import { isRecord } from '../json/json-schema.ts';
import { byCodeUnit } from '../json/stable-json.ts';
import { statedMaxItems } from './max-items.ts';
import { plainKeywords } from './schema-keywords.ts';

/** A longer default, in characters, is prose and no fact. */
const longestDefault = 40;

/** The facts of a JSON Schema: its keywords without titles, descriptions, examples and extensions. */
export function schemaFacts(schema: Json): JsonObject {
  if (!isRecord(schema)) return {};
  const kept = Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
    const fact = keywordFact(key, value);
    return fact === undefined ? [] : [[key, fact]];
  });
  const maxItems = statedMaxItems(schema);
  return Object.fromEntries(maxItems === undefined ? kept : [...kept, ['maxItems', maxItems]]);
}

function keywordFact(key: string, value: Json): Json | undefined {
  const isKind = plainKeywords.get(key);
  if (isKind) return isKind(value) ? value : undefined;
  switch (key) {
    case 'properties':
      return mapValues(objectOf(value), schemaFacts);
    case 'items':
    case 'not':
      return schemaFacts(value);
    case 'additionalProperties':
      return typeof value === 'boolean' ? value : schemaFacts(value);
    case 'oneOf':
    case 'anyOf':
    case 'allOf':
      return isArray(value) ? value.map(schemaFacts) : undefined;
    case 'required':
      return isArray(value) ? sortedNames(value) : undefined;
    case 'default':
      return isProse(value) ? undefined : value;
    case 'discriminator':
      return discriminatorFacts(value);
    default:
      return undefined;
  }
}

function sortedNames(names: readonly Json[]): Json {
  return [...new Set(names.filter((name) => typeof name === 'string'))].sort(byCodeUnit);
}

function discriminatorFacts(value: Json): JsonObject {
  const { propertyName, mapping } = objectOf(value);
  return {
    ...(typeof propertyName === 'string' ? { propertyName } : {}),
    ...(isRecord(mapping) ? { mapping: mapValues(mapping, (target) => textOf(target)) } : {}),
  };
}

function isProse(value: Json): boolean {
  if (typeof value === 'string') return value.length > longestDefault;
  if (isArray(value)) return value.some(isProse);
  return isRecord(value) && Object.values(value).some(isProse);
}
