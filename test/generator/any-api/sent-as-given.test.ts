import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRecord, type Json } from '../../../generator/json/json-schema.ts';
import { readArguments } from '../../../runtime/input/read-input.ts';
import { InputError } from '../../../runtime/value/errors.ts';
import { description } from './support/describe.ts';
import { generated } from './support/wire.ts';

/** How many schemas are tried; each is an operation of one description, so that they are generated at once. */
const SCHEMAS = 60;
const SEED = 20_261_129;

const key = fc.constantFrom('a', 'b', 'c', 'kind', 'constructor', 'имя', 'x-y', 'items');
const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>({ type: 'string' }, { type: 'integer' }, { type: 'boolean' }, { type: ['string', 'null'] }, {}),
  fc.record({ type: fc.constant('integer'), minimum: fc.constantFrom(0, 1), maximum: fc.constantFrom(2, 10) }),
  fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 }).map((values) => ({ type: 'string', enum: values })),
  fc.constantFrom<Json>({ const: 'only' }, { type: 'number' }, { type: 'integer', enum: [1, 2] }),
);

/** Schemas of bodies as descriptions have them: objects, lists, maps, unions, parts, nullable, closed and open. */
const { schema } = fc.letrec<{ schema: Json; object: Json }>((tie) => ({
  object: fc
    .record({
      properties: fc.dictionary(key, tie('schema'), { maxKeys: 3, noNullPrototype: true }),
      needed: fc.array(fc.nat(2), { maxLength: 2 }),
      extra: fc.constantFrom<Json>(
        {},
        {},
        { additionalProperties: false },
        { additionalProperties: { type: 'string' } },
      ),
    })
    .map(({ properties, needed, extra }) => {
      const keys = Object.keys(properties);
      const required = [...new Set(needed.flatMap((at) => keys[at] ?? []))];
      return { type: 'object', properties, ...(required.length > 0 && { required }), ...extra };
    }),
  schema: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    scalar,
    tie('object'),
    tie('schema').map((items) => ({ type: 'array', items })),
    fc.tuple(tie('object'), tie('object')).map((anyOf) => ({ anyOf })),
    tie('schema').map((part) => ({ anyOf: [part, { type: 'null' }] })),
    fc.constantFrom<Json>({ type: 'object', additionalProperties: { type: 'integer' } }),
  ),
}));

const word = fc.constantFrom('x', 'y', 'only', 'some text', '');
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.oneof(word, fc.constantFrom<unknown>(1, 2, 7, true, null, 0.5)),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

/** A value that a schema takes, most of the time: for those of a body that say what they want. */
function fitting(schema: Json): fc.Arbitrary<unknown> {
  const { type, properties, items, anyOf, required, enum: values, const: only } = schema;
  if (only !== undefined) return fc.constant(only);
  if (Array.isArray(values)) return fc.constantFrom<unknown>(...values);
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.filter(isRecord).map(fitting));
  if (Array.isArray(type)) return fc.oneof(...type.map((one: unknown) => fitting({ type: one })));
  switch (type) {
    case 'string':
      return word;
    case 'integer':
      return fc.integer({ min: 1, max: 2 });
    case 'number':
      return fc.constantFrom(0.5, 3);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(isRecord(items) ? fitting(items) : value, { maxLength: 2 });
    case 'object': {
      const own = Object.entries(isRecord(properties) ? properties : {});
      const needed = Array.isArray(required) ? required.map(String) : [];
      const fields = own.map(([name, part]) => [name, isRecord(part) ? fitting(part) : value] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: needed, noNullPrototype: true });
    }
    default:
      return value;
  }
}

test('what a body may hold is sent as it is given, and what is sent is what a body may hold', {
  timeout: 300_000,
}, async () => {
  const schemas = fc.sample(schema, { seed: SEED, numRuns: SCHEMAS });
  const paths = Object.fromEntries(
    schemas.map((body, at) => [
      `/things${at}/do`,
      {
        post: {
          operationId: `do${at}`,
          requestBody: { required: true, content: { 'application/json': { schema: body } } },
          responses: { 204: { description: '' } },
        },
      },
    ]),
  );
  await using made = await generated({ doc: { ...description(paths), openapi: '3.1.0' } });
  expect(made.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  const ajv = new Ajv2020({ strict: false });
  const inputs = new Ajv2020({ strict: true, allowUnionTypes: true });
  const counts = { sent: 0, unreachable: 0, refused: 0 };
  for (const [at, body] of schemas.entries()) {
    const entry = made.catalog.find(({ path }) => path === `/things${at}/do`);
    const tool = made.tools.find(({ name }) => name === entry?.name);
    if (!entry || !tool) throw new Error(`no tool for ${JSON.stringify(body)}`);
    expect(inputs.validateSchema(entry.inputSchema), JSON.stringify(entry.inputSchema)).toBe(true);
    const validate = ajv.compile(body);
    const isWhole = Object.keys(entry.inputSchema.properties ?? {}).join() === 'body' && !isRecord(body.properties);
    for (const sample of fc.sample(fc.oneof(fitting(body), fitting(body), value), { seed: SEED + at, numRuns: 40 })) {
      if (!isWhole && !isRecord(sample)) continue;
      const args = isWhole ? { body: sample } : keyed(sample, entry.inputSchema.properties);
      const said = `${JSON.stringify(sample)} of ${JSON.stringify(body)}`;
      const isValid = validate(sample);
      try {
        const { input, repairs } = readArguments(tool, args);
        const sent: unknown = JSON.parse(JSON.stringify(tool.request(input).body ?? null));
        if (repairs.length === 0) expect(validate(sent), `sent ${JSON.stringify(sent)} for ${said}`).toBe(true);
        if (isValid && repairs.length === 0) expect(sent, said).toEqual(withConstants(sample, sent));
        counts.sent += 1;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        counts[isValid ? 'unreachable' : 'refused'] += 1;
      }
    }
  }
  expect(counts.sent).toBeGreaterThan(500);
  expect(counts.refused).toBeGreaterThan(200);
  // Keys that no form declares are refused at the top, so that a misspelt argument is told of.
  expect(counts.unreachable / (counts.sent + counts.unreachable)).toBeLessThan(0.15);
});

/** A value by the names that arguments have. */
function keyed(sample: unknown, properties: unknown): unknown {
  const known = isRecord(properties) ? properties : {};
  return isRecord(sample)
    ? Object.fromEntries(
        Object.entries(sample).map(([name, part]) => [name === 'имя' && 'imya' in known ? 'imya' : name, part]),
      )
    : sample;
}

/** A value with what can have one value only, which goes along unasked. */
function withConstants(sample: unknown, sent: unknown): unknown {
  return isRecord(sample) && isRecord(sent) ? { ...sent, ...sample } : sample;
}
