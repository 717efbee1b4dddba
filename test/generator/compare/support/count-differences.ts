import { valueAt } from '../../../../generator/json/json-pointer.ts';
import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import { isClients, operationsOf } from './occurrences.ts';

/** One difference at the top of an operation, found without the engine. */
export interface Difference {
  /** `METHOD /path` with `{}` for every parameter. */
  readonly shape: string;
  readonly about: 'operation' | 'argument' | 'body' | 'search' | 'answer' | 'status' | 'tags' | 'deprecated';
  /** The name of the argument, field or status; empty for the whole. */
  readonly name: string;
  readonly what: string;
}

/** What `METHOD /path` is whatever its parameters are called. */
export function shapeOf(operation: string): string {
  return operation.replace(/\{[^}]*\}/g, '{}');
}

/**
 * Every difference of operations, parameters, bodies, answers, tags and search tables at the top: what came, went, or has
 * another type, enum, default or need. What lies deeper is not looked at.
 */
export function countDifferences(before: Json, after: Json): Difference[] {
  const [old, now] = [before, after].map(readOperations);
  if (!old || !now) return [];
  const found: Difference[] = [];
  for (const [shape, facts] of now) {
    const was = old.get(shape);
    if (!was) found.push({ shape, about: 'operation', name: '', what: 'added' });
    else found.push(...differences(shape, was, facts));
  }
  for (const shape of old.keys())
    if (!now.has(shape)) found.push({ shape, about: 'operation', name: '', what: 'removed' });
  return found;
}

/** What is known of an operation: by subject, name -> a text that changes with it. */
type Facts = ReadonlyMap<Difference['about'], ReadonlyMap<string, string>>;

function differences(shape: string, was: Facts, is: Facts): Difference[] {
  return [...is].flatMap(([about, names]) => {
    const old = was.get(about) ?? new Map<string, string>();
    return [...new Set([...old.keys(), ...names.keys()])].flatMap((name): Difference[] => {
      const [from, to] = [old.get(name), names.get(name)];
      if (from === to) return [];
      return [
        { shape, about, name, what: from === undefined ? 'added' : to === undefined ? 'removed' : `${from} -> ${to}` },
      ];
    });
  });
}

function readOperations(document: Json): Map<string, Facts> {
  return new Map(
    operationsOf(document).map(({ path, method, operation, shared }) => {
      const parameters = [...shared, ...listOf(operation.parameters)].map((value) => resolved(document, value));
      const body = resolved(document, operation.requestBody);
      const media = first(body.content);
      const responses = Object.entries(isRecord(operation.responses) ? operation.responses : {});
      const success = responses.find(([status]) => status.startsWith('2'))?.[1];
      const answer = first(resolved(document, success).content);
      const facts: Facts = new Map([
        [
          'argument',
          new Map(
            parameters
              .filter((one) => one.in !== 'path' && !isClients(one))
              .map((one) => [
                `${one.in} ${one.name}`,
                `${one.required === true ? 'required ' : ''}${signature(document, one.schema)}`,
              ]),
          ),
        ],
        ['body', properties(document, media, 'schema')],
        ['answer', properties(document, answer, 'schema')],
        [
          'status',
          new Map(
            responses.map(([status, value]) => [status, Object.keys(contentOf(resolved(document, value))).join()]),
          ),
        ],
        ['tags', new Map([['', listOf(operation.tags).join()]])],
        ['deprecated', new Map([['', String(operation.deprecated === true)]])],
        ['search', searchRows(operation)],
      ]);
      return [shapeOf(`${method.toUpperCase()} ${path}`), facts];
    }),
  );
}

function searchRows({ 'x-search': table }: Json): Map<string, string> {
  const rows = isRecord(table) ? listOf(table.fields).filter(isRecord) : [];
  return new Map(
    rows.map((row) => [
      String(row.name),
      JSON.stringify([row.type, listOf(row.operators).toSorted(), row.extraOperators, row.values]),
    ]),
  );
}

function properties(document: Json, holder: unknown, key: string): Map<string, string> {
  const found = new Map<string, string>();
  collect(document, isRecord(holder) ? holder[key] : undefined, found);
  return found;
}

/** The properties of a schema and of all that it is composed of, each by what is said of it. */
function collect(document: Json, schema: unknown, found: Map<string, string>, depth = 0): void {
  const target = resolved(document, schema);
  const needed = listOf(target.required);
  for (const [name, property] of Object.entries(isRecord(target.properties) ? target.properties : {}))
    add(found, name, `${needed.includes(name) ? 'required ' : ''}${signature(document, property)}`);
  if (depth < 6)
    for (const keyword of ['allOf', 'oneOf', 'anyOf'] as const)
      for (const part of listOf(target[keyword])) collect(document, part, found, depth + 1);
  if (depth === 0) found.set('', typeof target.type === 'string' ? target.type : 'object');
}

/** Forms of a union each say something of a property: all of it counts. */
function add(found: Map<string, string>, name: string, text: string): void {
  const known = found.get(name)?.split(' or ') ?? [];
  found.set(name, [...new Set([...known, text])].toSorted().join(' or '));
}

/** Type, enum and default of a schema, as one text. */
function signature(document: Json, schema: unknown): string {
  const { type, enum: values, default: value, nullable, maximum } = resolved(document, schema);
  const listed = listOf(values)
    .map((one) => JSON.stringify(one))
    .toSorted();
  return [
    type ?? '',
    listed.join(),
    value === undefined ? '' : `default ${JSON.stringify(value)}`,
    nullable === true ? 'nullable' : '',
    maximum === undefined ? '' : `at most ${maximum}`,
  ]
    .join(' ')
    .trim();
}

function resolved(document: Json, value: unknown): Json {
  const target = isRecord(value) && typeof value.$ref === 'string' ? valueAt(document, value.$ref) : value;
  return isRecord(target) ? target : {};
}

function contentOf({ content }: Json): Json {
  return isRecord(content) ? content : {};
}

function first(content: unknown): unknown {
  return isRecord(content) ? (content['application/json'] ?? Object.values(content)[0]) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
