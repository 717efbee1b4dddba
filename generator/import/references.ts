import { isArray, isObject, type Json, type JsonObject } from '../json/json.ts';

/** A `$ref` and the keys that lead to it. */
export interface Reference {
  readonly ref: string;
  readonly path: readonly string[];
}

/** Every `$ref` outside of examples, where it would be data. */
export const references = (value: Json, path: readonly string[]): readonly Reference[] => {
  if (isArray(value)) return value.flatMap((item, index) => references(item, [...path, String(index)]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]): readonly Reference[] => {
    if (key === '$ref' && typeof child === 'string') return [{ ref: child, path: [...path, key] }];
    const isExample = (key === 'example' || key === 'examples') && path.at(-1) !== 'properties';
    return isExample ? [] : references(child, [...path, key]);
  });
};

/** Whether a `$ref` leads to something inside the document; other files are not followed. */
export const resolves = (document: JsonObject, ref: string): boolean => {
  if (!ref.startsWith('#/')) return false;
  let value: Json | undefined = document;
  for (const step of ref.slice(2).split('/').map(unescaped)) {
    if (isArray(value)) value = /^\d+$/.test(step) ? value[Number(step)] : undefined;
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value !== undefined;
};

const unescaped = (step: string): string =>
  step
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');

/** The JSON pointer that a list of keys makes. */
export const pointer = (path: readonly string[]): string =>
  path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
