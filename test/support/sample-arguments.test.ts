import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { catalog, loadTool } from '../../intercom/catalog.ts';
import { checkCases } from '../../runtime/input/check-cases.ts';
import { shownSchema } from '../../runtime/input/shown-schema.ts';
import { objectSchema } from '../../runtime/tool/object-schema.ts';
import { rosa } from './people.ts';
import { type SampledCall, sampleArguments } from './sample-arguments.ts';
import type { SampleSchema } from './sample-value.ts';

const ajv = new Ajv2020({ strict: false });
function samples(schema: SampleSchema): Pick<SampledCall, 'arguments'>['arguments'][] {
  return [...sampleArguments({ schema })].map(({ arguments: args }) => args);
}

test.each(catalog)('$name: every sample is what its schema accepts', async ({ name, inputSchema }) => {
  const tool = await loadTool(name);
  const accepts = ajv.compile(inputSchema);
  const cases = tool?.cases;
  for (const { arguments: args } of sampleArguments({ schema: inputSchema as SampleSchema, cases })) {
    expect(accepts(args), `${JSON.stringify(args)}: ${ajv.errorsText(accepts.errors)}`).toBe(true);
    expect(checkCases(cases, args)).toEqual([]);
    expect(tool && shownSchema(objectSchema(tool)).safeParse(args).success).toBe(true);
  }
});

describe('a sampler', () => {
  test('gives the required arguments alone, then all', () => {
    const schema: SampleSchema = {
      type: 'object',
      properties: { id: { type: 'string' }, email: { type: 'string' }, limit: { type: 'integer', minimum: 1 } },
      required: ['id'],
    };
    expect(samples(schema)).toEqual([{ id: '123456' }, { id: '123456', email: rosa.email, limit: 2 }]);
  });

  test('uses every alternative and every enum value at least once', () => {
    const schema: SampleSchema = {
      type: 'object',
      properties: {
        value: { anyOf: [{ type: 'integer' }, { type: 'array', items: { enum: ['a', 'b', 'c'] } }, { type: 'null' }] },
      },
    };
    expect(samples(schema)).toEqual([
      {},
      { value: 1 },
      { value: ['a'] },
      { value: null },
      { value: 1 },
      { value: ['b'] },
      { value: null },
      { value: 1 },
      { value: ['c'] },
    ]);
  });

  test('gives each form what it needs, and nothing that only another one needs', () => {
    const schema: SampleSchema = {
      type: 'object',
      properties: {
        type: { enum: ['part', 'source'] },
        part_id: { type: 'string' },
        source_id: { type: 'string' },
        note: { type: 'string' },
      },
      required: ['type'],
    };
    const cases = [
      { when: { type: ['part'] }, required: ['part_id'] },
      { when: { type: ['source'] }, required: ['source_id'] },
    ];
    expect([...sampleArguments({ schema, cases })]).toEqual([
      { round: 'required', arguments: { type: 'part', part_id: '123456' } },
      { round: 'required', arguments: { type: 'source', source_id: '123456' } },
      { round: 'all', arguments: { type: 'part', part_id: '123456', note: 'text' } },
      { round: 'all', arguments: { type: 'source', source_id: '123456', note: 'text' } },
    ]);
  });

  test('refuses a pattern for which it knows no text', () => {
    const schema: SampleSchema = {
      properties: { code: { type: 'string', pattern: '^[0-9]{4}$' } },
      required: ['code'],
    };
    expect(() => samples(schema)).toThrow('/code: no sample is known for the pattern ^[0-9]{4}$');
  });
});
