import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import { type Contract, type EditKind, type Expected, recordAt, type Verdict } from './edits.ts';
import { operationsOf } from './occurrences.ts';

/** A change of one parameter in the list of an operation. */
interface ParameterEdit {
  readonly name: string;
  readonly where?: (parameter: Json) => boolean;
  readonly prepare?: (parameter: Json) => void;
  /** What stands in its place: none, one or more. */
  readonly change: (parameter: Json) => readonly Json[];
  /** Names of arguments that the report speaks of; those of the parameter where it is left out. */
  readonly places?: readonly string[];
  readonly verdict: Verdict;
}

/** An object or a union of objects in a query is several arguments. */
const isQuery = ({ in: place, schema }: Json): boolean =>
  place === 'query' && isRecord(schema) && !isRecord(schema.properties) && !Array.isArray(schema.oneOf);
const isPlainQuery = (parameter: Json): boolean =>
  isQuery(parameter) &&
  isRecord(parameter.schema) &&
  ['string', 'integer', 'boolean'].includes(String(parameter.schema.type));
const added = { name: 'quite_new', in: 'query', schema: { type: 'string' } };
/** How a value is written is the client's affair: it is named, with any label. */
const written: Verdict = { kinds: ['request format', 'argument type', 'argument narrowed', 'argument widened'] };

const edits: readonly ParameterEdit[] = [
  {
    name: 'optional query parameter added',
    change: (parameter) => [parameter, added],
    places: ['quite_new'],
    verdict: { kinds: ['argument added'], labels: ['compatible'] },
  },
  {
    name: 'required query parameter added',
    change: (parameter) => [parameter, { ...added, required: true }],
    places: ['quite_new'],
    verdict: { kinds: ['argument added'], labels: ['breaking for models'] },
  },
  {
    name: 'optional header added',
    change: (parameter) => [parameter, { ...added, in: 'header' }],
    places: ['quite_new'],
    verdict: { kinds: ['argument added'], labels: ['compatible'] },
  },
  {
    name: 'query parameter removed',
    where: isQuery,
    change: () => [],
    verdict: { kinds: ['argument removed'], labels: ['breaking for models'] },
  },
  {
    name: 'query parameter renamed',
    where: isQuery,
    change: (parameter) => [{ ...parameter, name: 'quite_new' }],
    verdict: { kinds: ['argument renamed', 'argument removed', 'argument added', 'paging'] },
    places: ['quite_new'],
  },
  {
    name: 'query parameter becomes required',
    where: isPlainQuery,
    prepare: (parameter) => {
      delete parameter.required;
    },
    change: (parameter) => [{ ...parameter, required: true }],
    verdict: { kinds: ['argument required'], labels: ['breaking for models'] },
  },
  {
    name: 'query parameter becomes optional',
    where: isPlainQuery,
    prepare: (parameter) => {
      parameter.required = true;
    },
    change: ({ required: _, ...parameter }) => [parameter],
    verdict: { kinds: ['argument optional'], labels: ['compatible'] },
  },
  {
    name: 'query parameter becomes a list',
    where: isPlainQuery,
    change: (parameter) => [{ ...parameter, schema: { type: 'array', items: parameter.schema } }],
    verdict: { kinds: ['argument type', 'argument widened'], labels: ['breaking for models', 'compatible'] },
  },
  {
    name: 'list parameter written in one value',
    where: isPlainQuery,
    prepare: (parameter) => {
      parameter.schema = { type: 'array', items: { type: 'string' } };
    },
    change: (parameter) => [{ ...parameter, style: 'form', explode: false }],
    verdict: written,
  },
  {
    name: 'list parameter separated by pipes',
    where: isPlainQuery,
    prepare: (parameter) => {
      parameter.schema = { type: 'array', items: { type: 'string' } };
    },
    change: (parameter) => [{ ...parameter, style: 'pipeDelimited', explode: false }],
    verdict: written,
  },
  {
    name: 'query parameter moves to a header',
    where: isPlainQuery,
    change: (parameter) => [{ ...parameter, in: 'header' }],
    verdict: { kinds: ['request format', 'argument removed', 'argument added', 'argument renamed', 'argument type'] },
  },
  {
    name: 'parameter as JSON',
    where: isPlainQuery,
    prepare: (parameter) => {
      parameter.schema = { type: 'object', additionalProperties: { type: 'string' } };
    },
    change: ({ schema, ...parameter }) => [{ ...parameter, content: { 'application/json': { schema } } }],
    verdict: written,
  },
  {
    name: 'parameter deprecated',
    where: isPlainQuery,
    prepare: (parameter) => {
      delete parameter.deprecated;
    },
    change: (parameter) => [{ ...parameter, deprecated: true }],
    verdict: { kinds: ['deprecation'], labels: ['compatible', 'cosmetic'] },
  },
];

/** Edits of the parameters of an operation. */
export const parameterEdits: readonly EditKind[] = edits.map(parameterEdit);

function parameterEdit({ name, where = () => true, prepare, change, places = [], verdict }: ParameterEdit): EditKind {
  return {
    name: `parameter: ${name}`,
    sites: ({ document }) =>
      operationsOf(document).flatMap(({ pointer, operation }) =>
        parametersOf(operation).flatMap((parameter, index) =>
          where(parameter) ? [`${pointer}/parameters/${index}`] : [],
        ),
      ),
    edit: (contract, site) => {
      const [, pointer = '', index = ''] = /^(.*)\/parameters\/(\d+)$/.exec(site) ?? [];
      const found = operationsOf(contract.document).find((one) => one.pointer === pointer);
      if (!found) return undefined;
      const operation = `${found.method.toUpperCase()} ${found.path}`;
      const parameter = recordAt(contract.document, site);
      return {
        what: `${name} at ${site}: ${String(parameter.name)}`,
        operations: [operation],
        prepare: (document) => prepare?.(recordAt(document, site)),
        apply: (document) => {
          const { parameters } = recordAt(document, pointer);
          if (Array.isArray(parameters)) parameters.splice(Number(index), 1, ...change(recordAt(document, site)));
        },
        expected: [expectation(contract, { operation, parameter, places, verdict })],
        // A default that stands in the items of a list is none of the list.
        mayFollow: ['argument default'],
      };
    },
  };
}

/** What no model can give, since the client pages or always sends it, is named with any label. */
function expectation(
  { keys }: Contract,
  {
    operation,
    parameter,
    places,
    verdict,
  }: { operation: string; parameter: Json; places: readonly string[]; verdict: Verdict },
): Expected {
  const occurrence = {
    operation,
    direction: 'argument',
    at: String(parameter.in),
    path: [String(parameter.name)],
  } as const;
  const key = keys({ ...occurrence, inUnion: false, inAllOf: false, isReadOnly: false });
  const own = key?.[0] ?? String(parameter.name);
  const all = new Set([...places, own, String(parameter.name)]);
  return key === undefined && places.length === 0
    ? { operation, places: new Set([...all, '']) }
    : { operation, places: all, ...verdict };
}

function parametersOf({ parameters }: Json): Json[] {
  return Array.isArray(parameters) ? parameters.filter(isRecord) : [];
}
