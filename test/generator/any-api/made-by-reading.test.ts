import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { isRecord, type Json } from '../../../generator/json/json-schema.ts';
import { InputError } from '../../../runtime/index.ts';
import { sampleArguments } from '../../support/sample-arguments.ts';
import { bodies, needing, ref, text, whole } from './support/bodies-to-read.ts';
import { object, taking } from './support/taking.ts';

/** Judges by the schema of the description itself; overlapping forms of a `oneOf` are forms, as everywhere here. */
function judge(schema: Json, schemas: Json): ValidateFunction {
  const plain: unknown = JSON.parse(
    JSON.stringify({ ...schema, components: { schemas } }).replaceAll('oneOf', 'anyOf'),
  );
  return new Ajv2020({ strict: false }).compile(isRecord(plain) ? plain : {});
}

describe('arguments that a model makes of what it is told', () => {
  test.each(bodies)('fit %s', async (_name, { schema, schemas = {} }) => {
    const fits = judge(schema, schemas);
    await using made = await taking(schema, { schemas, version: '3.1.0' });
    const [entry] = made.catalog;
    const [tool] = made.tools;
    if (entry === undefined || tool === undefined) throw new Error('there is no tool');
    const isWhole = Object.hasOwn(entry.inputSchema.properties ?? {}, 'body');
    const said = [...sampleArguments({ schema: entry.inputSchema, cases: tool.cases })];
    // One that looks at nothing but the schema gets no further than the others: it is told what else is needed.
    const simple = [...sampleArguments({ schema: entry.inputSchema })];
    for (const { arguments: args } of said) {
      const { text: sent } = await made.send(args);
      expect(fits(JSON.parse(sent)), `${JSON.stringify(args)} ${JSON.stringify(fits.errors?.slice(0, 3))}`).toBe(true);
    }
    for (const { arguments: args } of simple) {
      const outcome = await made.send(args).then(({ text: sent }) => sent, refusal);
      if (typeof outcome === 'string') expect(fits(JSON.parse(outcome)), outcome).toBe(true);
      else expect(fits(isWhole ? args.body : args), outcome.message).toBe(false);
    }
  });

  test('are refused before the call where they fit no form, by the names of what each form needs', async () => {
    await using made = await taking({ anyOf: [needing({ mail: text }), needing({ phone: text, land: text })] });
    await expect(made.send({})).rejects.toThrow('give mail, or phone and land');
    await using told = await taking({
      oneOf: [
        needing({ way: { enum: ['post'] }, street: text }),
        needing({ way: { enum: ['mail'] }, address: text }, 'address'),
      ],
    });
    await expect(told.send({})).rejects.toThrow('give street for way post, or address for way mail');
    expect(JSON.parse((await told.send({ address: 'a' })).text)).toEqual({ way: 'mail', address: 'a' });
  });

  test('have a place for each form of several unions, and their fields, though these are too many to be told apart', async () => {
    const union = (at: number): Json => ({
      oneOf: ['a', 'b', 'c', 'd'].map((kind) => needing({ [`kind${at}`]: { const: kind }, [`${kind}${at}`]: text })),
    });
    await using made = await taking({ allOf: [union(0), union(1), union(2)] }, { version: '3.1.0' });
    const last = { kind0: 'd', d0: 'x', kind1: 'd', d1: 'y', kind2: 'd', d2: 'z' };
    expect(JSON.parse((await made.send(last)).text)).toEqual(last);
    await expect(made.send({ ...last, d0: undefined })).rejects.toThrow('d0: is missing, needed for kind0 d');
  });

  test('have a place for what a condition declares, though nothing tells when it is needed', async () => {
    const schema = {
      ...object({ kind: text }),
      if: { properties: { kind: { pattern: '^a' } } },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
      then: needing({ x: whole }),
      else: object({ y: text }),
    };
    await using made = await taking(schema, { version: '3.1.0' });
    expect(JSON.parse((await made.send({ kind: 'abc', x: 1, y: 'z' })).text)).toEqual({ kind: 'abc', x: 1, y: 'z' });
    expect(made.diagnostics.map(({ code }) => code)).toContain('KEYWORD_LEFT_OUT');
  });

  test('have a place for all that more conditions declare than are told apart', async () => {
    const keys = Array.from({ length: 60 }, (_value, at) => at);
    const dependentSchemas = Object.fromEntries(keys.map((at) => [`p${at}`, object({ q: text, [`q${at}`]: text })]));
    const schema = { ...object(Object.fromEntries(keys.map((at) => [`p${at}`, text]))), dependentSchemas };
    await using made = await taking(schema, { version: '3.1.0' });
    const given = { p0: 'a', q0: 'b', p59: 'c', q59: 'd', q: 'e' };
    expect(JSON.parse((await made.send({ body: given })).text)).toEqual(given);
  });

  test('end where a condition has many others within', async () => {
    const keys = Array.from({ length: 40 }, (_value, at) => at);
    const pairs = keys.flatMap((at) => [`p${at}`, `q${at}`]);
    const schema = {
      ...object({ kind: { enum: ['a', 'b'] }, ...Object.fromEntries(pairs.map((key) => [key, text])) }),
      if: { properties: { kind: { const: 'a' } } },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
      then: { dependentRequired: Object.fromEntries(keys.map((at) => [`p${at}`, [`q${at}`]])) },
    };
    await using made = await taking(schema, { version: '3.1.0' });
    const given = { kind: 'a', p39: 'b', q39: 'c' };
    expect(JSON.parse((await made.send({ body: given })).text)).toEqual(given);
  });

  test('end where conditions hold their own schema, over and over', async () => {
    const names = Array.from({ length: 40 }, (_value, at) => `S${at}`);
    const schemas = Object.fromEntries(
      names.map((name, at) => {
        const next = ref(names[(at + 1) % names.length] ?? name);
        // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
        return [name, { ...object({ [name]: text }), if: { required: [name] }, then: next, else: next }];
      }),
    );
    await using made = await taking(ref('S0'), { version: '3.1.0', schemas });
    expect(JSON.parse((await made.send({ S0: 'a' })).text)).toEqual({ S0: 'a' });
    expect(made.diagnostics.map(({ code }) => code)).toContain('SCHEMA_TOO_DEEP');
  });
});

function refusal(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}
