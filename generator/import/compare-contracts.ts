import { type JsonObject, objectOf } from '../json/json.ts';
import { byCodeUnit, stableJson } from '../json/stable-json.ts';
import { methods } from './operation-facts.ts';

/** What differs between two sets of named things; names are sorted. */
export interface Changes {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** What a new contract adds, removes and changes. */
export interface ContractChanges {
  /** As `METHOD /path`; an operation also changes with the parameters of its path, not with the schemas it points to. */
  readonly operations: Changes;
  readonly schemas: Changes;
}

/** Compares a contract with the one before it; without one, everything is added. */
export function compareContracts(before: JsonObject | undefined, after: JsonObject): ContractChanges {
  return {
    operations: compare(operationsOf(before ?? {}), operationsOf(after)),
    schemas: compare(schemasOf(before ?? {}), schemasOf(after)),
  };
}

/** Every operation of a contract under `METHOD /path`, with the parameters of its path. */
export function operationsOf(contract: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(objectOf(contract.paths)).flatMap(([path, item]) => {
      const { parameters = [], ...operations } = objectOf(item);
      return methods
        .filter((method) => operations[method] !== undefined)
        .map((method) => [
          `${method.toUpperCase()} ${path}`,
          { ...objectOf(operations[method]), pathParameters: parameters },
        ]);
    }),
  );
}

/** The named schemas of a contract. */
export function schemasOf(contract: JsonObject): JsonObject {
  return objectOf(objectOf(contract.components).schemas);
}

function compare(before: JsonObject, after: JsonObject): Changes {
  const names = Object.keys(after);
  const same = (name: string): boolean => stableJson(before[name] ?? null) === stableJson(after[name] ?? null);
  return {
    added: names.filter((name) => !Object.hasOwn(before, name)).sort(byCodeUnit),
    removed: Object.keys(before)
      .filter((name) => !Object.hasOwn(after, name))
      .sort(byCodeUnit),
    changed: names.filter((name) => Object.hasOwn(before, name) && !same(name)).sort(byCodeUnit),
  };
}
