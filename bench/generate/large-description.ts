import type { Json } from '../../generator/json/json-schema.ts';

/** Operations of each resource: two of all, three of one. */
const EACH = 5;
const WORDS = ['order', 'invoice', 'customer', 'ticket', 'shipment', 'product', 'refund', 'agent', 'queue', 'report'];

/**
 * A description of so many operations that is made up: resources with lists that page, filters, nested bodies of many fields, enums,
 * choices, and schemas that refer to those of other resources, as large descriptions do. The same each time.
 */
export function largeDescription(operations: number): Json {
  const count = Math.ceil(operations / EACH);
  const names = Array.from({ length: count }, (_, at) => `${WORDS[at % WORDS.length]}_${at}`);
  return {
    openapi: '3.0.3',
    info: { title: 'Large', version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    paths: Object.fromEntries(names.flatMap((name) => pathsOf(name))),
    components: { schemas: Object.fromEntries(names.flatMap((name, at) => schemasOf(name, at, names))) },
  };
}

function pathsOf(name: string): (readonly [string, Json])[] {
  const schema = { $ref: `#/components/schemas/${name}` };
  const input = {
    required: true,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}_input` } } },
  };
  const answer = (value: Json): Json => ({
    '200': { description: '', content: { 'application/json': { schema: value } } },
  });
  const list = {
    type: 'object',
    properties: { data: { type: 'array', items: schema }, total_count: { type: 'integer' } },
  };
  const query = ['page', 'per_page'].map((key) => ({ name: key, in: 'query', schema: { type: 'integer' } }));
  const status = { name: 'status', in: 'query', schema: { type: 'string', enum: ['open', 'closed', 'snoozed'] } };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const said = (what: string): Json => ({
    tags: [name],
    summary: `${what} ${name}`,
    description: `${what} ${name} of the workspace.`,
  });
  return [
    [
      `/${name}s`,
      {
        get: { ...said('List'), parameters: [...query, status], responses: answer(list) },
        post: { ...said('Create'), requestBody: input, responses: answer(schema) },
      },
    ],
    [
      `/${name}s/{id}`,
      {
        parameters: [id],
        get: { ...said('Get'), responses: answer(schema) },
        put: { ...said('Update'), requestBody: input, responses: answer(schema) },
        delete: {
          ...said('Delete'),
          responses: answer({ type: 'object', properties: { deleted: { type: 'boolean' } } }),
        },
      },
    ],
  ];
}

function schemasOf(name: string, at: number, names: readonly string[]): (readonly [string, Json])[] {
  const other = { $ref: `#/components/schemas/${names[(at * 7 + 3) % names.length]}` };
  const text = { type: 'string' };
  const address = {
    type: 'object',
    properties: { street: text, city: text, country: { type: 'string', enum: ['de', 'fr', 'ie'] } },
  };
  const fields = {
    title: text,
    note: { type: 'string', description: `What is said of the ${name}.` },
    amount: { type: 'number' },
    state: { type: 'string', enum: ['new', 'paid', 'sent', 'done'] },
    labels: { type: 'array', items: text },
    address,
    lines: { type: 'array', items: { type: 'object', properties: { sku: text, count: { type: 'integer' }, address } } },
    contact: {
      oneOf: [
        { type: 'object', properties: { email: text } },
        { type: 'object', properties: { phone: text } },
      ],
    },
    extra: { type: 'object', additionalProperties: text },
  };
  return [
    [name, { type: 'object', properties: { id: text, ...fields, other, others: { type: 'array', items: other } } }],
    [`${name}_input`, { type: 'object', required: ['title'], properties: fields }],
  ];
}
