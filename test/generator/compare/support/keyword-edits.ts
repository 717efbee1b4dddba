import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import { anyPlace } from './body-edits.ts';
import { type EditKind, operationsAt, recordAt, sitesOf, type Verdict } from './edits.ts';
import { operationsOf } from './occurrences.ts';
import { isPlain, narrower, saidOfAnswer, schemaEdits, wider } from './schema-edits.ts';

const text = isPlain('string');
const whole = isPlain('integer');
const refused = { enum: ['plan'] };
const mild = ['compatible', 'cosmetic'] as const;

/** Edits of keywords that generators mostly pass by, and of what stands beside schemas. */
export const keywordEdits: readonly EditKind[] = [
  ...schemaEdits([
    { name: 'not put on', where: text, change: () => ({ not: refused }), argument: narrower, answer: saidOfAnswer },
    {
      name: 'not taken off',
      where: text,
      prepare: { not: refused },
      change: () => ({ not: undefined }),
      argument: wider,
      answer: saidOfAnswer,
    },
    {
      name: 'format of a whole number put on',
      where: whole,
      change: () => ({ format: 'int64' }),
      argument: { kinds: ['argument type', 'argument narrowed', 'argument widened'], labels: mild },
      answer: saidOfAnswer,
    },
    {
      name: 'format of a whole number becomes smaller',
      where: whole,
      prepare: { format: 'int64' },
      change: () => ({ format: 'int32' }),
      argument: narrower,
      answer: saidOfAnswer,
    },
  ]),
  ...(
    [
      ['value renamed', renamedValue],
      ['value added', addedValue],
      ['value given to another form', movedValue],
    ] as const
  ).map(([name, change]) => mappingEdit(name, change)),
  ...(
    [
      ['headers declared', { headers: { 'X-Quite-New': { schema: { type: 'string' } } } }],
      ['links declared', { links: { quite_new: { operationId: 'quiteNew' } } }],
    ] as const
  ).map(([name, more]) => responseEdit(name, (responses) => Object.assign(recordAt(responses, '/200'), more), mild)),
  responseEdit(
    'default declared',
    (responses) => {
      responses.default = { description: '', content: { 'application/json': { schema: { type: 'object' } } } };
    },
    mild,
  ),
];

/** A mapping decides which values mean a form: for callers and readers alike. */
function mappingEdit(name: string, change: (mapping: Json) => Json): EditKind {
  return {
    name: `discriminator: ${name}`,
    sites: (contract) => sitesOf(contract, undefined, (schema) => areOpen(contract.document, schema)),
    edit: (contract, site) => {
      const operations = operationsAt(contract, site);
      const kinds = [
        'argument narrowed',
        'argument widened',
        'answer type',
        'argument removed',
        'argument added',
      ] as const;
      return {
        what: `mapping: ${name} at ${site}`,
        operations,
        prepare: (document) => openValues(document, recordAt(document, `${site}/discriminator`)),
        apply: (document) => {
          const discriminator = recordAt(document, `${site}/discriminator`);
          discriminator.mapping = change(recordAt(discriminator, '/mapping'));
        },
        expected: operations.map((operation) => ({ operation, places: anyPlace, kinds })),
        mayFollow: ['words'],
      };
    },
  };
}

/** Whether each form of a mapping says by itself what its property is: parts of an `allOf` would list its values as well. */
function areOpen(document: Json, { discriminator }: Json): boolean {
  const { propertyName, mapping } = isRecord(discriminator) ? discriminator : {};
  return (
    isRecord(mapping) &&
    Object.values(mapping).every((ref) => {
      const { properties, allOf } = recordAt(document, String(ref).slice(1));
      return allOf === undefined && isRecord(properties) && isRecord(properties[String(propertyName)]);
    })
  );
}

/** A form that lists the values of the property itself takes no others, whatever is mapped to it. */
function openValues(document: Json, { propertyName, mapping }: Json): void {
  for (const ref of isRecord(mapping) ? Object.values(mapping) : []) {
    const { properties } = recordAt(document, String(ref).slice(1));
    const property = isRecord(properties) ? properties[String(propertyName)] : undefined;
    if (isRecord(property)) delete property.enum;
  }
}

function renamedValue(mapping: Json): Json {
  return Object.fromEntries(Object.entries(mapping).map(([value, ref], at) => [at === 0 ? 'quite_new' : value, ref]));
}

function addedValue(mapping: Json): Json {
  return { ...mapping, quite_new: Object.values(mapping)[0] };
}

function movedValue(mapping: Json): Json {
  const [[value, ref] = ['', ''], ...others] = Object.entries(mapping);
  const other = others.find(([, one]) => one !== ref)?.[1];
  return { ...mapping, [value]: other };
}

function responseEdit(name: string, change: (responses: Json) => void, labels: Verdict['labels']): EditKind {
  return {
    name: `response: ${name}`,
    sites: ({ document }) =>
      operationsOf(document)
        .filter(
          ({ operation: { responses } }) =>
            isRecord(responses) && isRecord(responses['200']) && !('default' in responses),
        )
        .map(({ pointer }) => pointer),
    edit: ({ document }, site) => {
      const found = operationsOf(document).find(({ pointer }) => pointer === site);
      if (!found) return undefined;
      const operation = `${found.method.toUpperCase()} ${found.path}`;
      return {
        what: `response: ${name} at ${site}`,
        operations: [operation],
        apply: (copied) => change(recordAt(copied, `${site}/responses`)),
        expected: [{ operation, places: anyPlace, kinds: ['answer status'], ...(labels && { labels }) }],
      };
    },
  };
}
