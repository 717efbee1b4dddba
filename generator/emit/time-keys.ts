import { isJson, type Json } from '../json/json-schema.ts';
import { template } from './templates.ts';

/** The text of the file that names the properties which a document declares as unix seconds, before formatting. */
export const emitTimeKeys = (document: Json): string => {
  const keys = [...timeKeys(document)].sort();
  return template('time-keys.ts.hbs')({ keys: keys.map((key) => JSON.stringify(key)).join(', ') });
};

const timeKeys = (document: Json): Set<string> => {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isJson(value)) return;
    for (const [key, schema] of Object.entries(isJson(value.properties) ? value.properties : {}))
      if (isTime(schema, document)) found.add(key);
    Object.values(value).forEach(visit);
  };
  visit(document);
  return found;
};

/** A time by its own format, or by that of a schema that it refers to or is one of. */
const isTime = (schema: unknown, document: Json, depth = 0): boolean => {
  if (!isJson(schema) || depth > 4) return false;
  if (schema.type === 'integer' && schema.format === 'unix-time') return true;
  const forms = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const target = typeof schema.$ref === 'string' ? resolve(schema.$ref, document) : undefined;
  return [target, ...forms].some((form) => isTime(form, document, depth + 1));
};

const resolve = (ref: string, document: Json): unknown =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((here, key) => (isJson(here) && Object.hasOwn(here, key) ? here[key] : undefined), document);
