import { asText, isRecord } from '../value/value.ts';
import { errorField, fieldName } from './error-field.ts';
import { oneLine } from './error-text.ts';
import type { ApiErrorEntry } from './errors.ts';
import { type LooseKeys, looseKeys } from './loose-keys.ts';

/** Entries that one error has at most. */
const MOST = 20;
/** Objects in one another in which entries are looked for. */
const DEEPEST = 5;
/** Characters of a code. */
const LONGEST_CODE = 120;

/** Properties that hold entries: lists of them, one, or a map from fields to what is wrong with each. */
const CONTAINERS = [
  ...['errors', 'error', 'invalidparams', 'violations', 'validationerrors', 'fielderrors', 'fieldviolations'],
  ...['errormessages', 'issues', 'problems', 'details', 'detail', 'causes', 'errorcauses', 'elements', 'fault'],
  ...['errordetails', 'message', 'messages', 'meta', 'response', 'data'],
];
/** Containers that hold other things as well. */
const ASIDE = new Set(['meta', 'response', 'elements', 'fault', 'causes']);
/** Containers of which a map is one from fields; elsewhere an object is an entry. */
const MAPS = new Set(['errors', 'validationerrors', 'fielderrors', 'details']);

/** Names that stand for no field, but for the whole of what was sent. */
const WHOLE = /^(?:non_field_errors|nonFieldErrors|__all__|base|_|_schema|global|general|)$/;

/** Where a value stands: how deep, of which field, and whether a `name` in it is that of a field. */
interface Place {
  readonly depth: number;
  readonly field?: string | undefined;
  readonly isNamed?: boolean;
  /** What stands beside the error in many answers: only what is written as one is read there. */
  readonly isAside?: boolean;
  /** A map in which a lone text can mean anything. */
  readonly isStrict?: boolean;
}

/**
 * The entries of an error in JSON, in whichever of the usual envelopes: the most exact first, then what the whole says. Every
 * value is looked at once.
 */
export function errorEntries(data: unknown): ApiErrorEntry[] {
  const entries = entriesOf(data, { depth: 0 });
  const seen = new Set<string>();
  return entries
    .filter((entry) => {
      const text = JSON.stringify([entry.field, entry.message ?? entry.code]);
      return !seen.has(text) && seen.add(text);
    })
    .slice(0, MOST);
}

function entriesOf(value: unknown, place: Place): ApiErrorEntry[] {
  if (place.depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.slice(0, MOST).flatMap((each) => entriesOf(each, deeper(place)));
  if (!isRecord(value)) return entryOf({ message: value, field: place.field });
  const keys = looseKeys(value);
  const details = CONTAINERS.flatMap((name) => contained(name, keys, place)).slice(0, MOST);
  const head = headOf(keys, place);
  if (details.length > 0) return withHead(details, head);
  return head ?? (place.isAside ? [] : mapped(value, { ...place, isStrict: true }));
}

function deeper(place: Place): Place {
  return { ...place, depth: place.depth + 1 };
}

function contained(name: string, keys: LooseKeys, place: Place): ApiErrorEntry[] {
  const value = keys.first(name);
  if (typeof value !== 'object') return name === 'errors' ? entryOf({ message: value }) : [];
  const below = { ...deeper(place), isNamed: name === 'invalidparams', isAside: ASIDE.has(name) };
  if (!isRecord(value)) return entriesOf(value, below);
  const inner = looseKeys(value);
  // OData writes a message as a language and a value.
  if (name === 'message' && (inner.has('value') || messageOf(inner) === undefined)) return [];
  if (name === 'data') return /^(?:fail|error)$/.test(String(keys.first('status'))) ? mapped(value, below) : [];
  const isMap = MAPS.has(name) && !(inner.has('message') && inner.has('code'));
  return isMap ? mapped(value, { ...below, isStrict: name === 'details' }) : entriesOf(value, below);
}

/** What an object says of itself, beside the entries that it holds. */
function headOf(keys: LooseKeys, { depth, field, isNamed = false }: Place): ApiErrorEntry[] | undefined {
  const message = messageOf(keys);
  const own = errorField(keys, depth > 0) ?? (isNamed ? fieldName(keys.first('name')) : undefined);
  const [entry] = entryOf({ code: codeOf(keys, message), message, field: own ?? field });
  return entry === undefined ? undefined : [entry];
}

/** The most exact entry has the code of the whole where it has none; what only says the same again is left out. */
function withHead(details: readonly ApiErrorEntry[], head: readonly ApiErrorEntry[] | undefined): ApiErrorEntry[] {
  const [whole] = head ?? [];
  const [first = {}, ...others] = details;
  const code = first.code ?? whole?.code;
  const leading = { ...(code !== undefined && { code }), ...first };
  const message = whole?.message;
  if (message !== undefined && details.length === 1 && first.message === undefined) return [{ ...leading, message }];
  const isSaid = message === undefined || details.some((detail) => detail.message === message);
  return [
    leading,
    ...others,
    ...(isSaid ? [] : [{ ...(whole?.field !== undefined && { field: whole.field }), message }]),
  ];
}

/** A map from fields to what is wrong with each: a text, texts, entries, or such a map again. A strict one has no lone texts. */
function mapped(map: Readonly<Record<string, unknown>>, { isStrict = false, ...place }: Place): ApiErrorEntry[] {
  if (place.depth > DEEPEST) return [];
  return Object.entries(map)
    .slice(0, MOST)
    .flatMap(([key, value]) => {
      const steps = [place.field, WHOLE.test(key) ? undefined : key].filter((step) => step !== undefined);
      const below: Place = { depth: place.depth + 1, ...(steps.length > 0 && { field: steps.join('.') }), isStrict };
      if (isRecord(value))
        return messageOf(looseKeys(value)) === undefined ? mapped(value, below) : entriesOf(value, below);
      if (!Array.isArray(value))
        return isStrict || value === null ? [] : entryOf({ message: String(value), field: below.field });
      if (value.length === 0) return [];
      if (value.some(isRecord)) return entriesOf(value, { ...below, isAside: isStrict });
      return entryOf({ message: value.slice(0, MOST).join(', '), field: below.field });
    });
}

function messageOf(keys: LooseKeys): string | undefined {
  const title = asText(keys.first('title', 'hydratitle'));
  const detail = said(keys, ['detail', 'hydradescription', 'errordetail']);
  if (title !== undefined && detail !== undefined) return detail.includes(title) ? detail : `${title}: ${detail}`;
  return (
    said(keys, ['message', 'errordescription', 'errormessage', 'errormsg', 'msg']) ??
    detail ??
    said(keys, ['description', 'errorsummary', 'faultstring', 'explanation', 'longmessage', 'developermessage']) ??
    said(keys, ['usermessage', 'statusmessage', 'userfriendlymessage', 'summary']) ??
    title ??
    said(keys, ['reason', 'details', 'issue', 'error', 'info', 'text'])
  );
}

/** The first of some properties that is a text, or an object with one, as OData writes messages. */
function said(keys: LooseKeys, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = keys.first(name);
    const text = asText(isRecord(value) ? looseKeys(value).first('value', 'text') : value);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The code of an entry: words before a number that only repeats the HTTP status. */
function codeOf(keys: LooseKeys, message: string | undefined): string | undefined {
  const inner = looseKeys(keys.first('extensions')).first('code');
  const named = [keys.first('errorkey'), keys.first('code'), keys.first('errorcode', 'errcode'), inner];
  const error = keys.first('error');
  const words = [
    ...(error === message ? [] : [error]),
    ...[keys.first('type'), keys.first('status'), keys.first('category'), keys.first('rule', 'issue')],
    ...(message === undefined ? [] : [keys.first('reason')]),
    keys.first('name'),
  ];
  return (
    named.map(asText).find((code) => code !== undefined && !isStatus(code)) ??
    words.map(codeWord).find((code) => code !== undefined)
  );
}

function isStatus(code: string): boolean {
  return /^[1-5]\d\d$/.test(code);
}

/** A word that says what went wrong: of AWS's `a#B` and of an address the last part. */
function codeWord(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const word = /^(?:https?|urn|com|tag)[:.]/.test(value)
    ? (/([\w.-]+)\/?$/.exec(value.slice(-LONGEST_CODE))?.[1] ?? '')
    : value;
  const isWord = /^[A-Za-z][\w.-]*$/.test(word) && /[a-z][A-Z]|[_.-]|(?:Error|Exception|Fault)$|^[A-Z]+$/.test(word);
  return isWord && !/^(?:error\.list|about\.blank|.*:error)$/i.test(word) && word.length <= LONGEST_CODE
    ? word
    : undefined;
}

function entryOf({ code, message, field }: { [Part in keyof ApiErrorEntry]: unknown }): ApiErrorEntry[] {
  const said = asText(message);
  const parts = {
    code: asText(code)?.slice(0, LONGEST_CODE),
    message: said === undefined ? undefined : oneLine(said),
    field: asText(field),
  };
  const known = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return Object.keys(known).length > 0 ? [known] : [];
}
