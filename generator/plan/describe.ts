import type { TimeKind } from '../../runtime/tool/time.ts';
import type { HttpMethod } from '../../runtime/tool/tool.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { Api, DescribedOperation, Field, NamedOperation, Operation } from '../ir/ir.ts';
import { isRecord, type JsonSchema } from '../json/json-schema.ts';
import { plainText } from '../text/plain-text.ts';
import { singular, titleCase } from '../text/words.ts';

/** Upstream prose longer than this is cut at a sentence: tool descriptions and argument descriptions. */
const longest = { description: 400, field: 160 };

/**
 * Every operation with its words: ours from the overlays, or the description's own, cleaned and capped, or, where there
 * are none, words that follow from the structure. The diagnostics say which tools and arguments had to do without ours.
 */
export function describe(
  api: Api<NamedOperation>,
  { expectWords }: { expectWords: boolean },
): { api: Api<DescribedOperation>; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const operations = api.operations.map((operation): DescribedOperation => {
    const { tool } = operation.names;
    const summary = plainText(operation.summary, longest.field);
    const prose = plainText(operation.description, longest.description);
    if (expectWords && (!summary || !prose))
      diagnostics.push(
        diagnostic(
          'WORDS_MISSING',
          `${operation.method} ${operation.path} has no ${summary ? 'description' : 'words'}`,
          operation.pointer,
        ),
      );
    const title = summary || titleCase(tool.replace(/^(?:list_all|get_single|create_a|update_a|delete_a)_/, ''));
    const fields = operation.fields.map((field) => {
      const { schema, known } = fieldWords(field, operation, api.words);
      if (expectWords && !known && field.constant === undefined)
        diagnostics.push(
          diagnostic('FIELD_WORDS_MISSING', `the argument ${field.key} of ${tool} has no words`, operation.pointer),
        );
      return { ...field, schema };
    });
    const description = prose || plainText(derived(operation), longest.description);
    return { ...operation, title, description, fields };
  });
  return { api: { ...api, operations }, diagnostics };
}

/** `PUT /tickets/{id}` without words: "Update a ticket." */
function derived({ method, path, isList }: Operation): string {
  const literals = path.split('/').filter((part) => part !== '' && !part.startsWith('{'));
  const words = (literal = 'resource'): string => titleCase(literal).toLowerCase();
  const resource = literals.at(-1);
  const last = path.endsWith('}') && !isList && resource ? `a ${words(singular(resource))}` : words(resource);
  const verbs = {
    GET: isList ? 'List' : 'Get',
    POST: 'Post to',
    PUT: 'Update',
    PATCH: 'Update',
    DELETE: 'Delete',
  } as const satisfies Record<HttpMethod, string>;
  const under = literals.length > 1 ? ` of ${words(singular(literals.at(-2) ?? ''))}` : '';
  return `${verbs[method]} ${last}${under} (${method} ${path}).`;
}

function fieldWords(field: Field, operation: Operation, common: Api['words']): { schema: JsonSchema; known: boolean } {
  const own = operation.facts.fields ?? {};
  const lookup = (dotted: string): string | undefined =>
    Object.hasOwn(own, dotted) ? own[dotted] : Object.hasOwn(common, dotted) ? common[dotted] : undefined;
  const upstream = typeof field.schema.description === 'string';
  return { schema: withWords(field.schema, field.key, lookup), known: lookup(field.key) !== undefined || upstream };
}

/** How a time may be written, said of each: the type of its schema says text. */
const timeWords = {
  seconds: 'ISO',
  'seconds-text': 'ISO',
  'date-time': 'ISO',
  date: 'ISO date',
} as const satisfies Record<TimeKind, string>;

/**
 * Words for a schema and all that it holds, found by dotted key; items of a list have the key of the list. `isInside` is a
 * form of a union, which says for all of them how a time is written.
 */
function withWords(
  schema: JsonSchema,
  dotted: string,
  lookup: (dotted: string) => string | undefined,
  isInside = false,
): JsonSchema {
  const { description: old, ...rest } = schema;
  const own = lookup(dotted) ?? plainText(old ?? '', longest.field);
  const time = rest.time ?? rest.anyOf?.find((part) => part.time !== undefined)?.time;
  const form = isInside || time === undefined || /\bISO\b|YYYY/.test(own) ? '' : timeWords[time];
  const description = [own, form].filter(Boolean).join(/[.!?]$/.test(own) ? ' ' : '; ');
  const inside: JsonSchema = { ...rest };
  if (rest.properties)
    inside.properties = Object.fromEntries(
      Object.entries(rest.properties).map(([key, property]) => [key, withWords(property, `${dotted}.${key}`, lookup)]),
    );
  const below = (part: JsonSchema, isForm = false): JsonSchema =>
    withWords(part, dotted, (key) => (key === dotted ? '' : lookup(key)), isForm);
  if (rest.items) inside.items = below(rest.items);
  if (rest.anyOf) inside.anyOf = rest.anyOf.map((part) => below(part, true));
  if (isRecord(rest.additionalProperties)) inside.additionalProperties = below(rest.additionalProperties);
  return description ? { ...inside, description } : inside;
}
