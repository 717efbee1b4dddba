import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import { changesOf, document } from './compared.ts';

/** Two operations with what is their own, and what is of the whole API. */
export function api({ pets = {}, cats = {}, path = {}, schemes, ...more }: Json = {}): Json {
  const responses = { 200: { description: 'ok' } };
  const own = (value: unknown): Json => (isRecord(value) ? value : {});
  const made = document({
    '/pets': { ...own(path), get: { operationId: 'listPets', responses, ...own(pets) } },
    '/cats': { get: { operationId: 'listCats', responses, ...own(cats) } },
  });
  const components = { schemas: {}, ...(schemes !== undefined && { securitySchemes: schemes }) };
  return { ...made, components, ...more };
}

export function at(...urls: (string | [url: string, description: string])[]): Json {
  return { servers: urls.map((url) => (typeof url === 'string' ? { url } : { url: url[0], description: url[1] })) };
}

/** A server whose address has a variable `tenant`. */
export function withVariable(variable: Json, url = 'https://{tenant}.acme.test'): Json {
  return { servers: [{ url, variables: { tenant: variable } }] };
}

/** A key in a header that all operations need, with what is of its own and of the whole. */
export function key(own: Json = {}, more: Json = {}): Json {
  return {
    schemes: { petKey: { type: 'apiKey', in: 'header', name: 'X-Pet-Key', ...own } },
    security: [{ petKey: [] }],
    ...more,
  };
}

/** Name, before, after, and the messages of all changes, each with whom it breaks (models, importers, or `-`). */
export type Row = readonly [name: string, before: Json, after: Json, ...want: string[]];

/** The messages of all changes between two descriptions, in order, each with whom it breaks and the tool that it is of. */
export function told(before: Json, after: Json): string[] {
  return changesOf(api(before), api(after))
    .filter(({ kind }) => kind !== 'tokens')
    .map(({ kind, message, breaks, tool }) => {
      const whom = breaks.map((one) => one.slice(0, 1).toUpperCase()).join('') || '-';
      return `${whom} ${kind}: ${message}${tool === undefined ? '' : ` (${tool})`}`;
    })
    .sort();
}
