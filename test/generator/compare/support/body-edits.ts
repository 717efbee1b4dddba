import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import type { EditKind, Verdict } from './edits.ts';
import { recordAt } from './edits.ts';
import { operationsOf } from './occurrences.ts';

/** A change of how a body is sent. */
interface BodyEdit {
  readonly name: string;
  readonly prepare?: (body: Json) => void;
  readonly change: (body: Json, operation: Json) => void;
  readonly verdict: Verdict;
}

const json = 'application/json';

const edits: readonly BodyEdit[] = [
  {
    name: 'JSON becomes multipart',
    change: (body) => rename(body, 'multipart/form-data'),
    verdict: { kinds: ['request format'] },
  },
  {
    name: 'JSON becomes a form',
    change: (body) => rename(body, 'application/x-www-form-urlencoded'),
    verdict: { kinds: ['request format'] },
  },
  {
    name: 'another media type added',
    change: (body) => copy(body, 'application/xml'),
    verdict: { kinds: ['request format'], labels: ['compatible', 'cosmetic'] },
  },
  {
    name: 'one of two media types removed',
    prepare: (body) => copy(body, 'application/xml'),
    change: (body) => drop(body, 'application/xml'),
    verdict: { kinds: ['request format'] },
  },
  {
    name: 'required stated',
    prepare: (body) => {
      body.required = false;
    },
    change: (body) => {
      body.required = true;
    },
    verdict: { kinds: ['argument required', 'request format'] },
  },
  {
    name: 'becomes optional',
    prepare: (body) => {
      body.required = true;
    },
    change: (body) => {
      body.required = false;
    },
    verdict: { kinds: ['argument optional', 'request format'], labels: ['compatible', 'cosmetic'] },
  },
  {
    name: 'removed',
    change: (_, operation) => {
      delete operation.requestBody;
    },
    verdict: { kinds: ['argument removed', 'request format', 'paging'] },
  },
];

/** Edits of request bodies as a whole. */
export const bodyEdits: readonly EditKind[] = edits.map(({ name, prepare, change, verdict }) => ({
  name: `body: ${name}`,
  sites: ({ document }) =>
    operationsOf(document).flatMap(({ pointer, operation }) =>
      isRecord(operation.requestBody) &&
      isRecord(operation.requestBody.content) &&
      hasProperties(document, operation.requestBody.content)
        ? [pointer]
        : [],
    ),
  edit: ({ document }, site) => {
    const found = operationsOf(document).find(({ pointer }) => pointer === site);
    if (!found) return undefined;
    const operation = `${found.method.toUpperCase()} ${found.path}`;
    return {
      what: `body ${name} at ${site}`,
      operations: [operation],
      prepare: (copied) => prepare?.(recordAt(copied, `${site}/requestBody`)),
      apply: (copied) => change(recordAt(copied, `${site}/requestBody`), recordAt(copied, site)),
      // Which arguments it touches depends on what the body needs; all places are of this one operation.
      expected: [{ operation, places: anyPlace, ...verdict }],
      // What is required and has one value is no argument: the client sends it. A form has no way to write null.
      mayFollow: ['argument optional', 'argument required', 'argument added', 'argument removed', 'argument narrowed'],
    };
  },
}));

/** Holds every place. */
export const anyPlace: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });

function hasProperties(document: Json, content: Json): boolean {
  const media = content[json];
  const schema = isRecord(media) ? media.schema : undefined;
  if (!isRecord(schema)) return false;
  const target = typeof schema.$ref === 'string' ? recordAt(document, schema.$ref.slice(1)) : schema;
  return isRecord(target.properties) && Object.keys(target.properties).length > 0;
}

function contentOf({ content }: Json): Json {
  return isRecord(content) ? content : {};
}

function rename(body: Json, type: string): void {
  body.content = Object.fromEntries(
    Object.entries(contentOf(body)).map(([key, value]) => [key === json ? type : key, value]),
  );
}

function copy(body: Json, type: string): void {
  body.content = { ...contentOf(body), [type]: structuredClone(contentOf(body)[json]) };
}

function drop(body: Json, type: string): void {
  const { [type]: _, ...rest } = contentOf(body);
  body.content = rest;
}
