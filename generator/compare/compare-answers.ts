import { isRecord, type Json, sameJson } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { responseOf } from '../normalize/response.ts';
import { isJsonType } from '../text/media-type.ts';
import { answerChange } from './answer-change.ts';
import { becameList } from './became-list.ts';
import type { Change } from './change.ts';
import type { Description } from './description.ts';
import { onlyList, pagedItems } from './list-place.ts';
import { makeChange } from './make-change.ts';
import { areRelated } from './place.ts';
import type { ShapeReader } from './schemas/read-shape.ts';
import type { SchemaComparer } from './schemas/schema-comparer.ts';

/** The two descriptions, and what compares their answers. */
export interface AnswerContext {
  readonly readers: { readonly before: ShapeReader; readonly after: ShapeReader };
  /** Whether the tool lists things. */
  readonly isList: boolean;
  readonly before: Description;
  readonly after: Description;
  readonly compare: SchemaComparer;
}

/** What changed in what an operation answers: the statuses, the media types, every schema, the place of a list. */
export function compareAnswers(before: Json, after: Json, context: AnswerContext): Change[] {
  const [old, now] = [answersOf(before), answersOf(after)];
  const [main, mainNow] = [mainOf(before, context.before.lookup), mainOf(after, context.after.lookup)];
  const changes: Change[] = [];
  const pointer = context.after.pointerOf(after);
  // A success that moved to another status is compared with what it was.
  const isMoved =
    main !== undefined && mainNow !== undefined && main !== mainNow && !now.has(main) && !old.has(mainNow);
  if (isMoved)
    changes.push(
      makeChange({
        kind: 'answer status',
        breaks: ['importers'],
        place: '',
        from: main,
        to: mainNow,
        message: `it answers ${mainNow} now, and answered ${main}`,
        pointer: context.after.pointerOf(now.get(mainNow) ?? after) || pointer,
      }),
    );
  for (const [status, answer] of now) {
    const was = old.get(isMoved && status === mainNow ? main : status);
    if (was)
      changes.push(
        ...compareAnswer(status, [was, answer], {
          ...context,
          isMain: status === mainNow,
          paging: [before, after].map(pagedItems),
        }),
      );
    else changes.push(statusChange(status, { isNew: true, pointer: context.after.pointerOf(answer) || pointer }));
  }
  for (const [status, answer] of old)
    if (!now.has(status) && !(isMoved && status === main))
      changes.push(statusChange(status, { isNew: false, pointer: context.before.pointerOf(answer) }));
  return changes;
}

function statusChange(status: string, { isNew, pointer }: { isNew: boolean; pointer: string }): Change {
  return makeChange({
    kind: 'answer status',
    breaks: !isNew && isSuccess(status) ? ['importers'] : [],
    place: '',
    ...(isNew ? { to: status } : { from: status }),
    message: isNew ? `it may answer ${status} now` : `it does not answer ${status} any more`,
    pointer,
  });
}

interface One extends AnswerContext {
  /** Whether it is the answer that the tool's type is made of. */
  readonly isMain: boolean;
  /** Where the list stood and stands. */
  readonly paging: readonly (string | undefined)[];
}

function compareAnswer(status: string, [before, after]: readonly [Json, Json], context: One): Change[] {
  const changes: Change[] = [];
  const pointer = context.after.pointerOf(after);
  const [old, now] = [contentOf(before), contentOf(after)];
  const [type, typeNow] = [mediaTypeOf(old), mediaTypeOf(now)];
  if (type !== typeNow)
    changes.push(
      makeChange({
        kind: 'answer format',
        breaks: isSuccess(status) && kindOf(type) !== kindOf(typeNow) ? ['models', 'importers'] : [],
        place: '',
        ...(type !== undefined && { from: type }),
        ...(typeNow !== undefined && { to: typeNow }),
        message: `its ${status} is ${typeNow ?? 'empty'} now, and was ${type ?? 'empty'}`,
        pointer,
      }),
    );
  const others = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (one) => one !== type && one !== typeNow,
  );
  for (const one of others)
    if (Object.hasOwn(old, one) !== Object.hasOwn(now, one))
      changes.push(
        makeChange({
          kind: 'answer format',
          place: '',
          message: `its ${status} may ${Object.hasOwn(now, one) ? 'be' : 'no longer be'} ${one}${Object.hasOwn(now, one) ? ' as well' : ''}`,
          pointer,
        }),
      );
  for (const [key, value] of Object.entries(after))
    if (!READ.has(key) && !sameJson(value, before[key]))
      changes.push(otherChange(status, { key, from: before[key], to: value, pointer }));
  for (const key of Object.keys(before))
    if (!READ.has(key) && !Object.hasOwn(after, key))
      changes.push(otherChange(status, { key, from: before[key], to: undefined, pointer }));
  if (type === undefined || typeNow === undefined || kindOf(type) !== kindOf(typeNow)) return changes;
  return [...changes, ...compareBodies(status, [schemaIn(old, type), schemaIn(now, typeNow)], { ...context, pointer })];
}

/** What is compared on its own, or names where an answer stands. */
const READ = new Set(['content', 'description', 'x-origin', '$ref']);

function otherChange(
  status: string,
  { key, from, to, pointer }: { key: string; from: unknown; to: unknown; pointer: string },
): Change {
  return makeChange({
    kind: 'answer status',
    place: '',
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    message: `its ${status} says other ${key === 'x-error-codes' ? 'error codes' : key}`,
    pointer,
  });
}

function compareBodies(
  status: string,
  [before, after]: readonly [unknown, unknown],
  { compare, readers, isMain, isList, paging, pointer, ...context }: One & { pointer: string },
): Change[] {
  const [items, itemsNow] = isList
    ? [paging[0] ?? onlyList(before, readers.before), paging[1] ?? onlyList(after, readers.after)]
    : paging;
  const found = compare(before, after).map((one) => {
    const said = answerChange(one);
    const { schema, side } = one.difference;
    return { said, pointer: context[side].pointerOf(schema) || pointer };
  });
  // Who reads an error reads what the client makes of it.
  if (!isMain)
    return found.map(({ said, pointer: place }) =>
      makeChange({ ...said, breaks: [], message: `${said.message} (${status})`, pointer: place }),
    );
  const became = becameList([before, after], readers);
  if (became) {
    const { isListNow, items: list, fields } = became;
    const others = found.filter(({ said }) => !fields.has(said.place) && said.place !== list);
    return [
      makeChange({
        kind: 'answer list',
        breaks: ['models', 'importers'],
        place: list,
        from: isListNow ? [...fields] : list,
        to: isListNow ? list : [...fields],
        message: isListNow
          ? `it answers a list of what it answered alone, at ${list}`
          : `it answers alone what it answered a list of, at ${list}`,
        pointer,
      }),
      ...others.map(({ said, pointer: place }) => makeChange({ ...said, pointer: place })),
    ];
  }
  const isListPlace = (place: string): boolean =>
    items !== undefined && items !== '' && areRelated(items, place) && place.length <= items.length;
  const gone = found.find(({ said }) => said.kind === 'answer field removed' && isListPlace(said.place));
  const moved = gone && found.find(({ said }) => said.kind === 'answer field added' && said.place === itemsNow);
  const changes = found
    .filter((one) => one !== moved)
    .map(({ said, pointer: place }) =>
      said.kind === 'answer field removed' && isListPlace(said.place)
        ? makeChange({
            ...said,
            kind: 'answer list',
            breaks: ['models', 'importers'],
            message: moved
              ? `the list stands at ${moved.said.place} now, and stood at ${said.place}`
              : `the list at ${said.place} of the answer is gone`,
            pointer: moved?.pointer ?? place,
          })
        : makeChange({ ...said, pointer: place }),
    );
  if (items !== itemsNow && items !== undefined && itemsNow !== undefined && !gone)
    changes.push(
      makeChange({
        kind: 'answer list',
        breaks: ['models', 'importers'],
        place: itemsNow,
        from: items,
        to: itemsNow,
        message: `the list stands at ${itemsNow || 'the top'} now, and stood at ${items || 'the top'}`,
        pointer,
      }),
    );
  return changes;
}

function answersOf({ responses }: Json): Map<string, Json> {
  return new Map(
    Object.entries(isRecord(responses) ? responses : {}).map(([status, answer]) => [
      status,
      isRecord(answer) ? answer : {},
    ]),
  );
}

function mainOf({ responses }: Json, lookup: Lookup): string | undefined {
  return responseOf(isRecord(responses) ? responses : {}, lookup).status;
}

function contentOf({ content }: Json): Json {
  return isRecord(content) ? content : {};
}

/** The media type that a tool reads. */
function mediaTypeOf(content: Json): string | undefined {
  const types = Object.keys(content);
  return types.find(isJsonType) ?? types[0];
}

function kindOf(type: string | undefined): string {
  if (type === undefined) return 'none';
  return isJsonType(type) ? 'json' : /^text\//.test(type) ? 'text' : 'binary';
}

function schemaIn(content: Json, type: string): unknown {
  const media = content[type];
  return isRecord(media) ? (media.schema ?? {}) : {};
}

function isSuccess(status: string): boolean {
  return /^2/.test(status);
}
