import { isRecord, type Json, sameJson } from '../json/json-schema.ts';
import type { Change } from './change.ts';
import { makeChange } from './make-change.ts';
import { valueText } from './value-text.ts';

/** What changed in how a list pages; the tool pages alike, so that little of it is seen. */
export function comparePaging(before: Json, after: Json, pointer: string): Change[] {
  const changes: Change[] = [];
  const [old, now] = [before['x-pagination'], after['x-pagination']];
  if (isRecord(old) !== isRecord(now))
    changes.push(
      makeChange({
        kind: 'paging',
        breaks: ['models', 'importers'],
        place: '',
        ...(isRecord(old) && { from: old.style }),
        ...(isRecord(now) && { to: now.style }),
        message: isRecord(now)
          ? 'it answers pages now, and answered all at once'
          : 'it answers all at once now, and answered pages',
        pointer,
      }),
    );
  if (isRecord(old) && isRecord(now))
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)]))
      if (key !== 'items' && !sameJson(old[key], now[key]))
        changes.push(
          differs(key === 'max' ? 'limit' : '', {
            what: WORDS.get(key) ?? `paging.${key}`,
            from: old[key],
            to: now[key],
            pointer,
          }),
        );
  const [size, sizeNow] = [sizesOf(before), sizesOf(after)];
  for (const key of new Set([...Object.keys(size), ...Object.keys(sizeNow)]))
    if (!sameJson(size[key], sizeNow[key]))
      changes.push(
        differs('limit', {
          what:
            key === 'maximum'
              ? 'the largest page'
              : key === 'default'
                ? 'the page that nobody sized'
                : `the page size's ${key}`,
          from: size[key],
          to: sizeNow[key],
          pointer: Object.hasOwn(sizeNow, key) ? `${pointer}/x-page-size` : pointer,
        }),
      );
  return changes;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['style', 'the style of its pages'],
  ['param', 'the parameter of its next page'],
  ['next', 'the place of its next page'],
  ['in', 'the place of its paging parameters'],
  ['max', 'the largest page'],
]);

function differs(
  place: string,
  { what, from, to, pointer }: { what: string; from: unknown; to: unknown; pointer: string },
): Change {
  const message =
    from === undefined
      ? `${what} is ${valueText(to)} now`
      : to === undefined
        ? `${what} is no longer told, and was ${valueText(from)}`
        : `${what} is ${valueText(to)} now, and was ${valueText(from)}`;
  return makeChange({
    kind: 'paging',
    place,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    message,
    pointer,
  });
}

function sizesOf({ 'x-page-size': size }: Json): Json {
  return isRecord(size) ? size : {};
}
