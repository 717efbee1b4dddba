import * as z from 'zod';
import { intercom } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import type { CatalogEntry, CatalogInputSchema } from '../../runtime/catalog/catalog.ts';
import { defineTool } from '../../runtime/tool/index.ts';
import { costOf } from './cost-of.ts';
import { answering, serveInProcess } from './in-process.ts';

// What a call costs with so many arguments, side by side or one inside of another: milliseconds of the processor, as JSON.
const [kind = 'wide', count = '10'] = process.argv.slice(2);
const size = Number(count);

const wide = z.strictObject(
  Object.fromEntries(Array.from({ length: size }, (_, index) => [`field_${index}`, z.string().optional()])),
);

function nested(depth: number): z.ZodType {
  return depth === 0 ? z.string() : z.strictObject({ inner: nested(depth - 1) });
}

const schema = kind === 'wide' ? wide : z.strictObject({ outer: nested(size) });
const inputSchema: CatalogInputSchema = { ...z.toJSONSchema(schema), type: 'object' };

const wideArguments = (value: unknown) =>
  Object.fromEntries(Array.from({ length: size }, (_, index) => [`field_${index}`, value]));

function deepArguments(value: unknown): object {
  let inner = value;
  for (let depth = 0; depth < size; depth += 1) inner = { inner };
  return { outer: inner };
}

const right = kind === 'wide' ? wideArguments('text') : deepArguments('text');
const wrong = kind === 'wide' ? { ...wideArguments('text'), field_0: { no: 'text' } } : deepArguments({ no: 'text' });

const name = 'create_thing';
const entry: CatalogEntry = {
  ...{ name, title: 'Create a thing', description: 'Creates a thing.', class: 'create', access: 'write' },
  ...{ destructive: false, tags: [], method: 'POST', path: '/things', module: 'things', tokens: 1 },
  ...{ inputSchema, annotations: {} },
};
const tool = defineTool({
  ...{ name, title: entry.title, description: entry.description, tags: [], class: 'create', access: 'write' },
  ...{ destructive: false, method: 'POST', response: 'json', input: () => schema },
  request: (body) => ({ path: '/things', body }),
});
const client = createClient({ token: 'sandbox', fetch: answering('{"id":"1"}') });
const server = serveInProcess({ ...intercom, catalog: [entry], loadTool: async () => tool, client });

const call = async (args: object, isError: boolean): Promise<void> => {
  const text = await server.ask('tools/call', { name, arguments: args });
  if (text.includes('"isError":true') !== isError) throw new Error(`not as it should be: ${text.slice(0, 300)}`);
};
const each = size > 100 ? 5 : 20;
const good = await costOf(() => call(right, false), { each });
const bad = await costOf(() => call(wrong, true), { each });
console.log(JSON.stringify({ right: good.cpu, wrong: bad.cpu }));
