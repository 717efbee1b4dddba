import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { typeNames } from '../answers/type-names.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { responseOf } from '../normalize/response.ts';
import type { Change } from './change.ts';
import type { Description } from './description.ts';
import { itemsAt, pagedItems } from './list-place.ts';
import { makeChange } from './make-change.ts';
import type { ToolPair } from './match-tools.ts';
import type { ShapeReader } from './schemas/read-shape.ts';

/** The types that programs import for what tools answer, by tool name: `Contact` of the schema `contact`. */
export type AnswerTypeNames = ReadonlyMap<string, { readonly name: string; readonly isShared: boolean }>;

/** The exported type of what each tool answers: of the shared schema that its answer is, or the items of its list are. */
export function answerTypeNames(
  catalog: readonly CatalogEntry[],
  description: Description,
  reader: ShapeReader,
): AnswerTypeNames {
  const nameOf = typeNames();
  return new Map(
    catalog.flatMap((entry): [string, { name: string; isShared: boolean }][] => {
      const operation = description.operationAt(entry.method, entry.path);
      const schema = operation && answerSchema(operation, description);
      if (!operation || schema === undefined) return [];
      const items = pagedItems(operation);
      const one = items === undefined ? reader.resolve(schema) : itemsAt(schema, items, reader);
      if (one === undefined) return [];
      const shared = /^\/components\/schemas\/[^/]+$/.exec(description.pointerOf(one))?.[0];
      const own = `answers/${entry.function ?? entry.name}_${items === undefined ? 'answer' : 'item'}`;
      return [[entry.name, { name: nameOf(shared ?? own), isShared: shared !== undefined }]];
    }),
  );
}

/** The schema that a tool reads on success, where that is JSON. */
function answerSchema({ responses }: Json, { lookup }: Description): unknown {
  const answers = isRecord(responses) ? responses : {};
  const { status, mediaType, response } = responseOf(answers, lookup);
  const answer = status === undefined ? undefined : answers[status];
  const content = isRecord(answer) && isRecord(answer.content) ? answer.content : {};
  const media = mediaType === undefined || response !== 'json' ? undefined : content[mediaType];
  return isRecord(media) ? media.schema : undefined;
}

/** A type that nothing exports any more, since its schema has another name or none. */
export function compareAnswerTypes(
  { before, after }: ToolPair,
  {
    old,
    now,
    exported,
    pointer,
  }: { old: AnswerTypeNames; now: AnswerTypeNames; exported: ReadonlySet<string>; pointer: string },
): Change[] {
  const [was, is] = [old.get(before.name), now.get(after.name)];
  // A type that is only the tool's own goes by the name of its export.
  if (!was || !is || !(was.isShared || is.isShared) || was.name === is.name || exported.has(was.name)) return [];
  const [from, to] = [was.name, is.name];
  return [
    makeChange({
      kind: 'export renamed',
      breaks: ['importers'],
      place: '',
      from,
      to,
      message: `programs import the type of what it answers as ${to} now, and did as ${from}`,
      help: 'Say the new name of the type in the changelog; a correction can keep the name of the schema.',
      pointer,
    }),
  ];
}
