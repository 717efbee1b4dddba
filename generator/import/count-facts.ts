import { type JsonObject, objectOf } from '../json/json.ts';
import { methods } from './operation-facts.ts';

/** How many operations a contract has. */
export function countOperations({ paths }: JsonObject): number {
  return Object.values(objectOf(paths)).reduce<number>(
    (count, item) => count + methods.filter((method) => objectOf(item)[method] !== undefined).length,
    0,
  );
}

/** How many named schemas a contract has. */
export function countSchemas({ components }: JsonObject): number {
  return Object.keys(objectOf(objectOf(components).schemas)).length;
}
