import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { alternatives } from '../normalize/alternatives.ts';
import { looseName, ROLES, type Role } from '../normalize/paging-names.ts';

/** What the detection of paging looks at. */
export interface PagedOperation {
  readonly path: string;
  /** Its query parameters. */
  readonly parameters: readonly Json[];
  /** The schema of its answer, where it has one. */
  readonly answer: Json | undefined;
  /** Names of the headers that its answer declares. */
  readonly headers: readonly string[];
}

/** A parameter of pages, by what it is for. */
export interface PagingParameter {
  readonly name: string;
  readonly role: Role;
  /** The name is used for nothing else. */
  readonly isSure: boolean;
  readonly type: 'number' | 'text' | 'unknown';
  readonly isRequired: boolean;
  readonly schema: Json;
  /** What the description says of it. */
  readonly words: string;
}

/** All that the parameters of an operation can be for; one may have several roles. */
export function pagingParameters(parameters: readonly Json[], lookup: Lookup): PagingParameter[] {
  return parameters.flatMap((parameter) => {
    const { name, schema: own = {}, required } = parameter;
    if (typeof name !== 'string') return [];
    const schema = isRecord(own) ? (alternatives(own, lookup)[0]?.schema ?? {}) : {};
    const type = typeOf(schema);
    if (type === undefined) return [];
    const words = [parameter.description, schema.description].filter((text) => typeof text === 'string').join(' ');
    return Object.entries(ROLES).flatMap(([role, { sure, weak }]) => {
      const loose = looseName(name);
      const isSure = sure.has(loose);
      if (!isSure && !weak.has(loose)) return [];
      // The keys of the table above are its roles.
      return [{ name, role: role as Role, isSure, type, isRequired: required === true, schema, words }];
    });
  });
}

/** Numbers are often declared as texts; truth values, lists and objects are nothing that pages. */
function typeOf({ type, enum: values }: Json): PagingParameter['type'] | undefined {
  const types = Array.isArray(type) ? type.filter((one) => one !== 'null') : [type];
  const [first] = types;
  if (first === 'integer' || first === 'number') return 'number';
  if (first === 'string')
    return Array.isArray(values) && values.some((value) => !/^\d+$/.test(String(value))) ? undefined : 'text';
  return first === undefined ? 'unknown' : undefined;
}
