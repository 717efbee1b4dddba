import type { TimeKind } from '../../runtime/tool/time.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { Api, DescribedOperation, Field, MissingWords, NamedOperation, Operation } from '../ir/ir.ts';
import { isRecord, type JsonSchema } from '../json/json-schema.ts';
import { plainText } from '../text/plain-text.ts';
import { isForeign } from '../text/romanize.ts';
import { answerFields } from './answer-fields.ts';
import { classify } from './classify.ts';
import { deriveWords } from './derive-words.ts';
import { argumentWords, missingWords } from './missing-words.ts';

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
    const lacks = missingWords(operation, api.words);
    if (expectWords) diagnostics.push(...complaints(operation, lacks));
    const fields = operation.fields.map((field) => ({ ...field, schema: fieldWords(field, operation, api.words) }));
    const summary = lacks.title ? '' : plainText(operation.summary, longest.field);
    const prose = lacks.description ? '' : plainText(operation.description, longest.description);
    if (summary && prose)
      return { ...operation, title: summary, description: withPath(prose, operation), fields, lacks };
    const { class: kind } = classify(operation, api.groups);
    const derived = deriveWords(operation, { kind, answer: answerFields(operation, api), summary });
    const description = withPath(prose || derived.description, operation);
    return { ...operation, title: summary || derived.title, description, fields, lacks };
  });
  return { api: { ...api, operations: apart(operations) }, diagnostics };
}

/** Words with the path that is in another script than the tool's name. */
function withPath(words: string, { method, path }: Operation): string {
  if (!isForeign(path)) return words;
  const place = ` (${method} ${plainText(path, longest.field)})`;
  return `${plainText(words, longest.description - place.length)}${place}`;
}

/** Where facts lead two tools to the same words, each says its operation. */
function apart(operations: readonly DescribedOperation[]): DescribedOperation[] {
  const counts = new Map<string, number>();
  for (const { description } of operations) counts.set(description, (counts.get(description) ?? 0) + 1);
  return operations.map((operation) => {
    const { description, lacks, method, path } = operation;
    if (!lacks.description || counts.get(description) === 1) return operation;
    return { ...operation, description: plainText(`${description} (${method} ${path})`, longest.description) };
  });
}

function complaints({ method, path, pointer, names }: NamedOperation, lacks: MissingWords): Diagnostic[] {
  const what = lacks.title ? (lacks.description ? 'words' : 'title') : 'description';
  return [
    ...(lacks.title || lacks.description
      ? [diagnostic('WORDS_MISSING', `${method} ${path} has no ${what}`, pointer)]
      : []),
    ...lacks.arguments.map((key) =>
      diagnostic('FIELD_WORDS_MISSING', `the argument ${key} of ${names.tool} has no words`, pointer),
    ),
  ];
}

function fieldWords(field: Field, operation: Operation, common: Api['words']): JsonSchema {
  const own = operation.facts.fields ?? {};
  return withWords(field.schema, field.key, (dotted) => argumentWords(dotted, own, common));
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
