import type { JsonSchema } from '../json/json-schema.ts';

/** What a client does with a tool that breaks a rule: it refuses every request with it, loses that tool, or loses a detail. */
type Consequence = 'request' | 'tool' | 'detail';

/** A tool as a list shows it. */
export interface ListedTool {
  readonly name: string;
  readonly description?: string;
  readonly inputSchema: JsonSchema;
}

/** A rule of clients, or of the model APIs behind them, for tools; one of the two questions says whether it is broken. */
export interface ClientRule {
  readonly clients: string;
  readonly says: string;
  readonly costs: Consequence;
  /** Where the fact comes from. */
  readonly source: string;
  readonly isBrokenBy?: (tool: ListedTool) => boolean;
  /** Asked of every schema within a tool's, and of itself. */
  readonly isBrokenIn?: (schema: JsonSchema, place: { readonly isRoot: boolean }) => boolean;
}

/** Keywords that say what a value is; a schema without any of them takes anything. */
const kinds = ['type', 'anyOf', '$ref'] as const;

/** Every rule that is known, by its name in diagnostics. */
export const clientRules = {
  name: {
    clients: 'all',
    says: 'A name begins with a letter and has at most 64 letters, digits, `_` and `-`.',
    costs: 'request',
    source: 'https://github.com/MoonshotAI/kimi-cli/issues/2531',
    isBrokenBy: ({ name }) => !/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/.test(name),
  },
  description: {
    clients: 'OpenAI',
    says: 'A description has at most 1,024 characters.',
    costs: 'request',
    source: 'https://github.com/getsentry/sentry-mcp/issues/106',
    isBrokenBy: ({ description = '' }) => description.length > 1024,
  },
  root: {
    clients: 'Anthropic, OpenAI, Kimi',
    says: 'A schema is an object at its top, without `anyOf`, `oneOf`, `allOf`, `enum` or `$ref` there.',
    costs: 'request',
    source: 'https://github.com/anthropics/claude-code/issues/5973',
    isBrokenIn: ({ type, anyOf, oneOf, allOf, enum: values, $ref }, { isRoot }) =>
      isRoot && (type !== 'object' || [anyOf, oneOf, allOf, values, $ref].some((keyword) => keyword !== undefined)),
  },
  keys: {
    clients: 'Anthropic',
    says: 'The key of a property has at most 64 letters, digits, `_`, `.` and `-`.',
    costs: 'request',
    source: 'https://github.com/anthropics/claude-code/issues/79418',
    isBrokenIn: ({ properties = {} }) => Object.keys(properties).some((key) => !/^[a-zA-Z0-9_.-]{1,64}$/.test(key)),
  },
  type: {
    clients: 'Gemini, Kimi',
    says: 'A value has one `type`, or a choice (`anyOf`) of such values, also beside an `enum` and in a list.',
    costs: 'request',
    source: 'https://github.com/MoonshotAI/kimi-cli/issues/1595',
    isBrokenIn: (schema) => kinds.every((keyword) => schema[keyword] === undefined) || Array.isArray(schema.type),
  },
  typeBesideChoice: {
    clients: 'Kimi',
    says: 'A choice (`anyOf`) or a `$ref` has no `type` beside it.',
    costs: 'request',
    source: 'https://github.com/MoonshotAI/walle',
    isBrokenIn: ({ type, anyOf, $ref }) => type !== undefined && (anyOf !== undefined || $ref !== undefined),
  },
  reference: {
    clients: 'Kimi, LangChain',
    says: 'A `$ref` stands alone and leads into the `$defs` at the top.',
    costs: 'request',
    source: 'https://github.com/MoonshotAI/kimi-cli/issues/2061',
    isBrokenIn: ({ $ref, $defs, ...others }, { isRoot }) =>
      ($ref !== undefined && (Object.keys(others).length > 0 || !$ref.startsWith('#/$defs/'))) ||
      ($defs !== undefined && !isRoot),
  },
  enum: {
    clients: 'Gemini',
    says: 'The values of an `enum` are texts, none of them empty.',
    costs: 'request',
    source: 'https://github.com/microsoft/azure-devops-mcp/issues/139',
    isBrokenIn: ({ enum: values = [] }) => values.some((value) => typeof value !== 'string' || value === ''),
  },
  const: {
    clients: 'Gemini',
    says: 'There is no `const`: an `enum` of one value says the same.',
    costs: 'request',
    source: 'https://github.com/google-gemini/gemini-cli/issues/4400',
    isBrokenIn: (schema) => schema.const !== undefined,
  },
  items: {
    clients: 'VS Code, OpenAI, Gemini',
    says: 'A list says what its `items` are.',
    costs: 'request',
    source: 'https://github.com/microsoft/vscode/issues/246119',
    isBrokenIn: ({ type, items }) => type === 'array' && items === undefined,
  },
  properties: {
    clients: 'OpenAI',
    says: 'An object has `properties`, were they none.',
    costs: 'request',
    source: 'https://github.com/spring-projects/spring-ai/issues/4776',
    isBrokenIn: ({ type, properties }) => type === 'object' && properties === undefined,
  },
  format: {
    clients: 'Gemini',
    says: 'The `format` of a text is `date-time`, or there is none.',
    costs: 'request',
    source: 'https://github.com/google-gemini/gemini-cli/issues/2237',
    isBrokenIn: ({ type, format }) => type === 'string' && format !== undefined && format !== 'date-time',
  },
  keywords: {
    clients: 'Gemini, OpenAI (strict), LangChain',
    says: 'There is no `oneOf`, `allOf`, `not`, `if`, `patternProperties`, `propertyNames`, `prefixItems` or `default`.',
    costs: 'request',
    source: 'https://jsonschemaprofiles.unitvectorylabs.com/schemas/openai',
    isBrokenIn: (schema) => Object.keys(schema).some((keyword) => unusual.has(keyword)),
  },
  depth: {
    clients: 'OpenAI (strict)',
    says: 'Objects stand in at most ten levels within each other.',
    costs: 'detail',
    source: 'https://jsonschemaprofiles.unitvectorylabs.com/schemas/openai',
    isBrokenBy: ({ inputSchema }) => depthOf(inputSchema) > 10,
  },
  size: {
    clients: 'OpenAI (strict)',
    says: 'A tool has at most 5,000 properties, and 1,000 values in all its enums.',
    costs: 'detail',
    source: 'https://jsonschemaprofiles.unitvectorylabs.com/schemas/openai',
    isBrokenBy: ({ inputSchema }) =>
      count(inputSchema, ({ properties = {} }) => Object.keys(properties).length) > 5000 ||
      count(inputSchema, ({ enum: values = [] }) => values.length) > 1000,
  },
} as const satisfies Record<string, ClientRule>;

const unusual: ReadonlySet<string> = new Set([
  ...['oneOf', 'allOf', 'not', 'if', 'then', 'else', 'dependentRequired', 'dependentSchemas', 'default'],
  ...['patternProperties', 'propertyNames', 'prefixItems', 'unevaluatedProperties', 'contains'],
]);

/** The schemas that stand directly in a schema, by their place in it. */
export function partsOf(schema: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  const { properties = {}, $defs = {}, items, additionalProperties, anyOf = [] } = schema;
  return [
    ...Object.entries(properties).map(([key, part]) => [`/properties/${key}`, part] as const),
    ...Object.entries($defs).map(([key, part]) => [`/$defs/${key}`, part] as const),
    ...anyOf.map((part, at) => [`/anyOf/${at}`, part] as const),
    ...(items === undefined ? [] : [['/items', items] as const]),
    ...(typeof additionalProperties === 'object' ? [['/additionalProperties', additionalProperties] as const] : []),
  ];
}

function depthOf(schema: JsonSchema): number {
  const below = Math.max(0, ...partsOf(schema).map(([, part]) => depthOf(part)));
  return below + (schema.type === 'object' ? 1 : 0);
}

function count(schema: JsonSchema, of: (schema: JsonSchema) => number): number {
  return partsOf(schema).reduce((sum, [, part]) => sum + count(part, of), of(schema));
}
