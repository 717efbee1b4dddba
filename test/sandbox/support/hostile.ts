import { isRecord, type Json, type Operation, resolve } from '../../../sandbox/contract/contract.ts';
import type { Snapshot } from '../../../sandbox/index.ts';
import type { Random } from '../../../sandbox/store/random.ts';
import { TABLES } from './sweep.ts';

/** A request that somebody careless or hostile may send. */
export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  /** As it is sent; undefined without a body. */
  readonly body: string | undefined;
}

const TEXTS = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  '..%2f..%2fme',
  '../../me',
  '\u0000',
  'é\u202eסדר 🙂 \ud800',
  '%',
  '<p><script>alert(1)</script>',
  '$&.*+?^{}()|[]\\',
  'a@b.example',
  '2026-02-31',
  '99999999999999999999999',
  'x'.repeat(3000),
];
const NUMBERS = [0, -1, 1.5, 1e9, 1e21, -1e308, Number.MAX_SAFE_INTEGER, 2 ** 53, 1_764_000_000, 149302];
const CURSORS = ['abc', 'W10=', 'WzAsImEiXQ==', 'WzFlOTksIngiXQ==', 'bnVsbA==', 'e30=', '%00'];
const PAGES = ['0', '-1', '1', '2', '1e9', '999999999', '99999999999999999999', 'abc', '1.5', ' 1'];

/** A value of no particular type. */
function hostileValue(random: Random, depth = 0): unknown {
  const kinds = depth > 2 ? 4 : 6;
  switch (random.between(0, kinds)) {
    case 0:
      return random.pick(NUMBERS);
    case 1:
      return random.pick([null, true, false]);
    case 5:
      return Array.from({ length: random.between(0, 3) }, () => hostileValue(random, depth + 1));
    case 6:
      return Object.fromEntries(
        Array.from({ length: random.between(0, 3) }, () => [random.pick(TEXTS), hostileValue(random, depth + 1)]),
      );
    default:
      return random.pick(TEXTS);
  }
}

/** Makes requests to one operation from its contract, most of them with something wrong. */
export function hostileRequest(operation: Operation, state: Snapshot, random: Random): HostileRequest {
  const value = (schema: unknown, key: string, depth = 0): unknown => {
    if (random.chance(0.04)) return hostileValue(random);
    const resolved = resolve(schema);
    const forms = [resolved.oneOf, resolved.anyOf].flatMap((given) => (Array.isArray(given) ? given : []));
    const parts = Array.isArray(resolved.allOf) ? resolved.allOf : [];
    if (forms.length > 0 && !isRecord(resolved.properties)) return value(random.pick(forms), key, depth);
    if (isRecord(resolved.properties) || parts.length > 0) return object(resolved, [...parts, ...forms], depth);
    if (Array.isArray(resolved.enum)) return random.pick(resolved.enum);
    const table = key === 'id' ? tableOfId(operation.path) : TABLES[key];
    if (table !== undefined) return realId(table, state, random) ?? random.pick(TEXTS);
    if (typeof resolved.example === 'string' && random.chance(0.5)) return resolved.example;
    switch (resolved.type) {
      case 'array':
        return Array.from({ length: random.between(0, 3) }, () => value(resolved.items, key, depth + 1));
      case 'string':
        return random.chance(0.4) ? 'Hello' : random.pick(TEXTS);
      case 'integer':
      case 'number':
        return random.pick(NUMBERS);
      case 'boolean':
        return random.chance(0.5);
      default:
        return hostileValue(random, 1);
    }
  };
  const object = (schema: Json, parts: readonly unknown[], depth: number): Json => {
    const made: Json = Object.assign({}, ...parts.map((part) => value(part, '', depth)));
    const required = Array.isArray(schema.required) ? schema.required : [];
    for (const [name, part] of Object.entries(isRecord(schema.properties) ? schema.properties : {}))
      if (random.chance(required.includes(name) ? 0.95 : depth > 3 ? 0.05 : 0.4))
        made[name] = value(part, name, depth + 1);
    return made;
  };
  const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const id = random.chance(0.75) ? realId(tableFor(operation.path, name), state, random) : undefined;
    return encoded(id ?? random.pick(TEXTS)) || '%20';
  });
  const query = [
    ...operation.parameters.filter(
      ({ in: place, required }) => place === 'query' && random.chance(required ? 0.9 : 0.3),
    ),
  ].map(({ name, schema }): [string, string] => [
    name,
    random.chance(0.5) ? written(value(schema, name)) : random.pick(TEXTS),
  ]);
  for (const name of ['page', 'per_page']) if (random.chance(0.2)) query.push([name, random.pick(PAGES)]);
  for (const name of ['starting_after', 'cursor']) if (random.chance(0.1)) query.push([name, random.pick(CURSORS)]);
  const first = query[0];
  if (first !== undefined && random.chance(0.1)) query.push([first[0], 'again']);
  const search = query.map(([name, text]) => `${encoded(name)}=${encoded(text)}`).join('&');
  const given = operation.body === undefined ? undefined : value(operation.body, '');
  if (isRecord(given) && operation.search !== undefined && random.chance(0.8))
    given.query = searchQuery(operation.search, random);
  const body = given === undefined ? undefined : bodyText(given, random);
  return { method: operation.method, path: search === '' ? path : `${path}?${search}`, body };
}

/** The same request with one or two things changed. */
export function mutated(request: HostileRequest, random: Random): HostileRequest {
  const [path = '', search = ''] = request.path.split('?');
  const segments = path.split('/');
  const query = new URLSearchParams(search);
  if (random.chance(0.15)) segments[random.between(1, segments.length - 1)] = encoded(random.pick(TEXTS)) || '%20';
  if (random.chance(0.2))
    query.set(random.pick(['page', 'per_page', ...query.keys()]), random.pick([...PAGES, ...TEXTS]));
  if (random.chance(0.1))
    query.append(random.pick(['starting_after', 'cursor', ...query.keys()]), random.pick(CURSORS));
  const place = segments.join('/');
  const body =
    request.body === undefined ? undefined : bodyText(mutatedValue(JSON.parse(request.body), random), random);
  return { method: request.method, path: query.size === 0 ? place : `${place}?${query}`, body };
}

function mutatedValue(value: unknown, random: Random): unknown {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.8)) {
    const at = random.between(0, value.length - 1);
    return random.chance(0.2)
      ? value.toSpliced(at, 1)
      : value.map((part, index) => (index === at ? mutatedValue(part, random) : part));
  }
  if (isRecord(value) && Object.keys(value).length > 0 && random.chance(0.9)) {
    const key = random.pick(Object.keys(value));
    const { [key]: part, ...rest } = value;
    return random.chance(0.15) ? rest : { ...value, [key]: mutatedValue(part, random) };
  }
  return hostileValue(random);
}

/** A query of fields that the search has, most of them with a value of the wrong type. */
function searchQuery(search: Json, random: Random, depth = 0): Json {
  if (depth < 3 && random.chance(0.3))
    return {
      operator: random.pick(['AND', 'OR', 'and']),
      value: Array.from({ length: random.between(0, 4) }, () => searchQuery(search, random, depth + 1)),
    };
  const fields = Array.isArray(search.fields) ? search.fields : [];
  const { name } = random.pick(fields);
  return {
    field: random.chance(0.9) ? name : random.pick(TEXTS),
    operator: random.pick(['=', '!=', 'IN', 'NIN', '<', '>', '>=', '<=', '~', '!~', '^', '$', 'like']),
    value: random.chance(0.5) ? random.pick(NUMBERS) : hostileValue(random, 1),
  };
}

/** JSON, or what is none, or JSON that would reach a prototype. */
function bodyText(value: unknown, random: Random): string {
  const text = JSON.stringify(value) ?? '';
  if (random.chance(0.03)) return text.slice(0, random.between(0, text.length));
  if (random.chance(0.03)) return `{"__proto__":{"polluted":true},${text.slice(1)}`;
  return text;
}

/** What `id` in a body names: the thing that is attached, else one of the contacts. */
function tableOfId(path: string): string {
  const last = path.split('/').at(-1) ?? '';
  return { tags: 'tags', companies: 'companies', subscriptions: 'subscription_types' }[last] ?? 'contacts';
}

function tableFor(path: string, name: string): string | undefined {
  if (TABLES[name] !== undefined) return TABLES[name];
  const before = path
    .slice(0, path.indexOf(`{${name}}`))
    .split('/')
    .filter(Boolean)
    .at(-1);
  return before === 'attributes' ? 'conversation_attributes' : before?.replace(/-/g, '_');
}

function realId(table: string | undefined, state: Snapshot, random: Random): string | undefined {
  const ids = Object.keys(state[table ?? ''] ?? {});
  return ids.length === 0 ? undefined : random.pick(ids.slice(0, 30));
}

function written(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
