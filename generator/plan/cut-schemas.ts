import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { Api, DescribedOperation, Field } from '../ir/ir.ts';
import type { JsonSchema } from '../json/json-schema.ts';
import { mapInside } from '../json/map-inside.ts';
import { portableSchema } from './portable-schema.ts';
import { toolSchema } from './tool-schema.ts';

/** Tokens (o200k) that one tool may cost a model, with a little room for its annotations. */
const most = 3_950;
/** Characters that a token stands for, at least and at most, in all that matters here: counting itself is slow. */
const perToken = { least: 2, most: 6 };
/** So many of the arguments that went are named. */
const mostNamed = 20;
/** An enum of more values than this says less than it costs. */
const longEnum = 40;

interface Cut {
  readonly what: string;
  readonly apply: (fields: readonly Field[]) => readonly Field[];
}

function inside(change: (schema: JsonSchema) => JsonSchema): Cut['apply'] {
  return (fields) => fields.map((field) => ({ ...field, schema: change(field.schema) }));
}

/** What goes when a tool costs too much: first what a model misses least. Each cut comes on top of those before it. */
const cuts: readonly Cut[] = [
  { what: 'words inside of arguments', apply: inside((schema) => mapInside(schema, withoutWords)) },
  ...[4, 3, 2].map((level) => ({
    what: `what lies below level ${level}`,
    apply: inside((schema) => openBelow(schema, level)),
  })),
  { what: `enums of over ${longEnum} values`, apply: inside(openEnums) },
  { what: 'what lies below level 1', apply: inside((schema) => openBelow(schema, 1)) },
  {
    what: 'words of optional arguments',
    apply: (fields) =>
      fields.map((field) => (field.required ? field : { ...field, schema: withoutWords(field.schema) })),
  },
  { what: 'values of what lies inside of arguments', apply: inside((schema) => mapInside(schema, namesOnly)) },
  { what: 'what lies inside of arguments', apply: inside(open) },
];

/**
 * Cuts the tools that would cost a model more than it can afford, and says what was cut. What a schema says no longer is
 * still accepted: an object or text is then open. An argument that goes is gone from the whole tool.
 */
export function cutSchemas(api: Api<DescribedOperation>): { api: Api<DescribedOperation>; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const operations = api.operations.map((operation) => {
    if (fits(operation)) return operation;
    const { fields, what } = cutFields(operation);
    const after = { ...operation, fields };
    const [before, now] = [operation, after].map((each) => textOf(each).length);
    diagnostics.push(
      diagnostic(
        'SCHEMA_CUT',
        `${operation.names.tool} was cut from ${before} to ${now} characters, without ${what}`,
        operation.pointer,
      ),
    );
    return after;
  });
  return { api: { ...api, operations }, diagnostics };
}

function textOf(operation: DescribedOperation): string {
  const { names, title, description } = operation;
  return JSON.stringify({ name: names.tool, title, description, inputSchema: portableSchema(toolSchema(operation)) });
}

function fits(operation: DescribedOperation): boolean {
  const text = textOf(operation);
  if (text.length < most * perToken.least) return true;
  return text.length <= most * perToken.most && countTokens(text) <= most;
}

function cutFields(operation: DescribedOperation): { fields: readonly Field[]; what: string } {
  const isEnough = (candidate: readonly Field[]): boolean => fits({ ...operation, fields: candidate });
  let { fields } = operation;
  for (const { what, apply } of cuts) {
    fields = apply(fields);
    if (isEnough(fields)) return { fields, what };
  }
  // Nothing is left but the arguments themselves: the last ones go, but none that a form of the input needs.
  const needed = new Set(operation.cases.flatMap(({ when, required }) => [...Object.keys(when), ...required]));
  const isSpare = (field: Field): boolean =>
    !field.required && field.constant === undefined && !(needed.has(field.wire) && field.in !== 'path');
  const dropped: string[] = [];
  while (!isEnough(fields)) {
    const last = fields.findLast(isSpare);
    if (last === undefined) break;
    dropped.unshift(last.key);
    fields = fields.filter((field) => field !== last);
  }
  const named = dropped.length > mostNamed ? [...dropped.slice(0, mostNamed), '…'] : dropped;
  return {
    fields,
    what: `what lies inside of arguments and ${dropped.length} optional arguments: ${named.join(', ')}`,
  };
}

function withoutWords({ description: _description, ...schema }: JsonSchema): JsonSchema {
  return mapInside(schema, withoutWords);
}

/** Objects below a level say no longer what they hold, but for what they need; lists and unions are no level of their own. */
function openBelow(schema: JsonSchema, level: number): JsonSchema {
  if (schema.type !== 'object') return mapInside(schema, (part) => openBelow(part, level));
  return mapInside(level > 0 ? schema : neededOnly(schema), (part) => openBelow(part, level - 1));
}

function neededOnly({ type, properties = {}, required = [], description }: JsonSchema): JsonSchema {
  const needed = Object.fromEntries(Object.entries(properties).filter(([key]) => required.includes(key)));
  return {
    ...(type !== undefined && { type }),
    ...(required.length > 0 && { properties: needed, required }),
    ...(description !== undefined && { description }),
  };
}

function open(schema: JsonSchema): JsonSchema {
  const { type, description } = schema;
  return type === 'object' ? { type, ...(description !== undefined && { description }) } : mapInside(schema, open);
}

/** A schema that takes any value of its type; what lies in an object or a list keeps its name. */
function namesOnly(schema: JsonSchema): JsonSchema {
  const { type, properties, required, items } = schema;
  if (type === 'object' && properties)
    return {
      type,
      properties: Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, typeOnly(part)])),
      ...(required !== undefined && { required }),
    };
  return type === 'array' && items ? { type, items: namesOnly(items) } : typeOnly(schema);
}

function typeOnly({ type }: JsonSchema): JsonSchema {
  return type === undefined ? {} : { type };
}

function openEnums(schema: JsonSchema): JsonSchema {
  const { enum: values = [], ...rest } = schema;
  if (values.length > longEnum && values.every((value) => typeof value === 'string'))
    return { ...rest, type: 'string' };
  return mapInside(schema, openEnums);
}
