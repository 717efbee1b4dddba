import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import * as z from 'zod';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const parameters = z.array(z.looseObject({ name: z.string().optional(), in: z.string().optional() })).default([]);
const description = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const operation = z.looseObject({ parameters });

/** Writes a description as JSON with the path parameters that it forgot, as strings: some generators refuse all of it for one. */
export async function describePathParameters(from: string, to: string): Promise<void> {
  const document = description.parse(parse(await readFile(from, 'utf8'), { uniqueKeys: false }));
  for (const [path, item] of Object.entries(document.paths)) {
    const shared = parameters.parse(item.parameters);
    for (const method of METHODS) {
      const parsed = operation.safeParse(item[method]);
      if (!parsed.success) continue;
      const known = [...shared, ...parsed.data.parameters].flatMap((one) => (one.in === 'path' ? [one.name] : []));
      // A parameter that is only referred to is one of these.
      const names = [...path.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
      const missing = names.filter((name) => !known.includes(name) && !hasReference(parsed.data.parameters, name));
      item[method] = {
        ...parsed.data,
        parameters: [
          ...parsed.data.parameters,
          ...missing.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
        ],
      };
    }
  }
  await writeFile(to, JSON.stringify(document));
}

function hasReference(some: readonly Readonly<Record<string, unknown>>[], name: string): boolean {
  return some.some(({ $ref }) => typeof $ref === 'string' && $ref.endsWith(`/${name}`));
}
