import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import { methods } from './occurrences.ts';

/** The part of a document that some operations (`METHOD /path`) need: their paths, and the schemas that these reach. */
export function partOf(document: Json, operations: ReadonlySet<string>): Json {
  const paths: Json = {};
  for (const [path, item] of Object.entries(isRecord(document.paths) ? document.paths : {})) {
    if (!isRecord(item)) continue;
    const kept = Object.entries(item).filter(
      ([key]) => !methods.some((method) => method === key) || operations.has(`${key.toUpperCase()} ${path}`),
    );
    if (kept.some(([key]) => methods.some((method) => method === key))) paths[path] = Object.fromEntries(kept);
  }
  const components = isRecord(document.components) ? document.components : {};
  const all = isRecord(components.schemas) ? components.schemas : {};
  const { schemas: _, ...others } = components;
  const reached = new Set<string>();
  const queue: unknown[] = [paths, others];
  while (queue.length > 0)
    for (const name of referencesIn(queue.pop()))
      if (!reached.has(name) && Object.hasOwn(all, name)) {
        reached.add(name);
        queue.push(all[name]);
      }
  const schemas = Object.fromEntries(Object.entries(all).filter(([name]) => reached.has(name)));
  return { ...document, paths, components: { ...others, schemas } };
}

const prefix = '#/components/schemas/';

/** Names of schemas that a value refers to, in a `$ref` or in the mapping of a discriminator. */
function referencesIn(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string' && value.startsWith(prefix)) found.push(value.slice(prefix.length));
  else if (Array.isArray(value)) for (const part of value) referencesIn(part, found);
  else if (isRecord(value)) for (const part of Object.values(value)) referencesIn(part, found);
  return found;
}
