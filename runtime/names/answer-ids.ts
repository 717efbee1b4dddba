import type { NamesProfile } from '../profile/named-kind.ts';
import { isIdText } from '../value/id-text.ts';
import { asText, isRecord, own } from '../value/value.ts';

/** Ids in an answer that names may be shown for. */
export interface AnswerIds {
  readonly kind: string;
  readonly ids: readonly string[];
  /** The property that gets the names, beside the ids; a list of ids gets a list of names. */
  readonly as: string;
  readonly isList: boolean;
}

/** Ids of one list that get names. */
const MOST_LISTED = 10;

/** The ids in a property of a record, where the record does not say already what they are called. */
export function idsBeside(
  holder: Readonly<Record<string, unknown>>,
  key: string,
  { shown }: NamesProfile,
): AnswerIds | undefined {
  const kind = Object.hasOwn(shown, key) ? shown[key] : undefined;
  const as = key.replace(/_id(s?)$/, '$1');
  if (kind === undefined || as === key || Object.hasOwn(holder, as)) return undefined;
  const value = holder[key];
  const ids = (Array.isArray(value) ? value : [value]).flatMap((id) => asText(id) ?? []).filter((id) => id !== '0');
  return ids.length === 0 || ids.length > MOST_LISTED ? undefined : { kind, ids, as, isList: Array.isArray(value) };
}

/** The id of a record in a property, or in its list, that has no name of its own. */
export function idInside(record: Readonly<Record<string, unknown>>, key: string, { references = {} }: NamesProfile) {
  const kinds = Object.hasOwn(references, key) ? references[key] : undefined;
  const id = asText(record.id);
  if (kinds === undefined || id === undefined || Object.hasOwn(record, 'name')) return undefined;
  const kind = kinds.length === 1 ? kinds[0] : kinds.find((one) => one === record.type);
  return kind === undefined ? undefined : { kind, id };
}

/** Ids that stand by key in an object, by that key. */
export function idsByKey(
  key: string,
  part: unknown,
  { shownByKey = {} }: NamesProfile,
): ReadonlyMap<string, { readonly kind: string; readonly id: string }> {
  const kind = Object.hasOwn(shownByKey, key) ? shownByKey[key] : undefined;
  const ids = new Map<string, { kind: string; id: string }>();
  if (kind === undefined || !isRecord(part)) return ids;
  for (const name of Object.keys(part)) {
    const id = own(part, name);
    // A number is most likely what somebody filled in.
    if (typeof id === 'string' && isIdText(id) && !/^\s*-?\d+\s*$/.test(id)) ids.set(name, { kind, id });
  }
  return ids;
}
