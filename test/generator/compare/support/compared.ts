import type { Change, Surface } from '../../../../generator/compare/change.ts';
import { compareSurfaces } from '../../../../generator/compare/compare-surfaces.ts';
import { surfaceOf } from '../../../../generator/compare/surface.ts';
import { emitCatalog } from '../../../../generator/emit/catalog.ts';
import { emitOperations } from '../../../../generator/emit/operations.ts';
import { valueAt } from '../../../../generator/json/json-pointer.ts';
import type { Json } from '../../../../generator/json/json-schema.ts';
import { normalize } from '../../../../generator/normalize/normalize.ts';
import { cutSchemas } from '../../../../generator/plan/cut-schemas.ts';
import { describe } from '../../../../generator/plan/describe.ts';
import { nameOperations } from '../../../../generator/plan/name.ts';
import { plan } from '../../../../generator/plan/plan.ts';

/** The surface of a whole description, through every stage that decides what is promised. */
export function surfaceFrom(document: Json): Surface {
  const { api } = normalize(document, 'acme');
  const described = describe(nameOperations(api).api, { expectWords: false });
  const planned = cutSchemas(described.api).api;
  const catalog = emitCatalog(plan(planned));
  return surfaceOf({ version: planned.version, catalog, operations: emitOperations(document, planned) });
}

/** A description of these paths and schemas. */
export function document(paths: Json, schemas: Json = {}, more: Json = {}): Json {
  return { openapi: '3.0.3', info: { title: 'Acme', version: '1' }, paths, components: { schemas }, ...more };
}

/** What differs between two descriptions; every pointer leads to something in one of them. */
export function changesOf(before: Json, after: Json): Change[] {
  const changes = compareSurfaces(surfaceFrom(before), surfaceFrom(after));
  for (const { pointer, message } of changes)
    if (valueAt(after, pointer) === undefined && valueAt(before, pointer) === undefined)
      throw new Error(`${pointer} leads nowhere (${message})`);
  return changes;
}

/** Changes as `MI argument removed: a.b`: whom they break (models, importers, or `-`), what they are, and where. */
export function lines(changes: readonly Change[]): string[] {
  return changes
    .filter(({ label }) => label !== 'cosmetic')
    .map(({ kind, place, breaks }) => {
      const broken = breaks.map((whom) => whom.slice(0, 1).toUpperCase()).join('');
      return `${broken || '-'} ${kind}${place === '' ? '' : `: ${place}`}`;
    });
}

/** A name, what was, what is, and the lines that this comes to. */
export type Row = readonly [name: string, before: unknown, after: unknown, ...want: string[]];

/** Two bodies with one property `a` of these schemas. */
export function bodies(before: unknown, after: unknown, schemas?: readonly [Json, Json]): [Json, Json] {
  const of = (a: unknown): Json => ({
    requestBody: json({ type: 'object', properties: { a, id: { type: 'string' } } }),
  });
  return operations(of(before), of(after), schemas);
}

/** Two answers of these schemas. */
export function answers(before: unknown, after: unknown, schemas?: readonly [Json, Json]): [Json, Json] {
  const of = (schema: unknown): Json => ({ responses: { 200: { description: 'ok', ...json(schema) } } });
  return operations(of(before), of(after), schemas);
}

/** A reference to a shared schema. */
export function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

/** An object with these properties. */
export function object(properties: Json, required: readonly string[] = [], more: Json = {}): Json {
  return { type: 'object', properties, ...(required.length > 0 && { required }), ...more };
}

/** Two descriptions of one operation, each with what is its own. */
export function operations(before: Json, after: Json, schemas: readonly [Json, Json] = [{}, {}]): [Json, Json] {
  const of = (own: Json, shared: Json): Json =>
    document(
      {
        '/pets/{pet_id}': {
          put: {
            operationId: 'changePet',
            tags: ['Pets'],
            parameters: [{ name: 'pet_id', in: 'path', required: true, schema: { type: 'string' } }],
            responses: {
              200: { description: 'ok', ...json({ type: 'object', properties: { ok: { type: 'boolean' } } }) },
            },
            ...own,
          },
        },
      },
      shared,
    );
  return [of(before, schemas[0]), of(after, schemas[1])];
}

/** Content that is JSON of this schema. */
export function json(schema: unknown): Json {
  return { content: { 'application/json': { schema } } };
}
