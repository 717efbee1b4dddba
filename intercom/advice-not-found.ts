import type { ErrorSituation } from '../runtime/profile/advice.ts';
import { isRecord } from '../runtime/value/value.ts';
import { howToFind, type Kind, kindOfArgument, kindOfWords } from './finders.ts';

/**
 * What to do where an id names nothing: which argument is wrong, and the tool that gives right ids. Intercom says so by 404,
 * and for ids in a body also by 400 and 422. Undefined where the answer is about something else.
 */
export function adviseOnNotFound(situation: ErrorSituation): string | undefined {
  const { status, code = '', message = '', call } = situation;
  if (![400, 404, 422].includes(status) || call === undefined) return undefined;
  const missing = missingKind(code, message);
  if (status !== 404 && missing === undefined && !UNKNOWN.test(message)) return undefined;
  const suspects = suspectsOf(situation, missing);
  if (suspects.length === 0) return missing === undefined ? undefined : `Check the ids. ${howToFind(missing)}`;
  const kinds = [...new Set(suspects.map(({ kind }) => kind))].slice(0, MOST_KINDS);
  const names = [...new Set(suspects.map(({ argument }) => argument))].slice(0, MOST_KINDS);
  const gone = /^delete_a_|_detach_/.test(call.tool) ? 'is gone already, ' : '';
  const why = `${kinds.length === 1 ? `no such ${kinds[0]} exists` : 'one of them does not exist'}, ${gone}or the token may not see it.`;
  const sentences = kinds.flatMap((kind) => howToFind(kind).split(/(?<=\.) /));
  return [`Correct ${names.join(' or ')}: ${why}`, ...new Set(sentences)].join(' ');
}

/** More than these help nobody to go on. */
const MOST_KINDS = 2;

interface Suspect {
  readonly argument: string;
  readonly kind: Kind;
}

/** The arguments that may be at fault: the one that the answer names, else those of the kind that it names, else all ids. */
function suspectsOf({ field, call, message = '' }: ErrorSituation, missing: Kind | undefined): readonly Suspect[] {
  if (call === undefined) return [];
  const all = argumentsIn(call.arguments).flatMap((argument) => {
    const kind = kindOfArgument(call.tool, argument);
    return kind === undefined ? [] : [{ argument, kind }];
  });
  const named = all.filter(({ argument }) => argument === field || message.split(/[\s:]/, 1)[0] === argument);
  if (named.length > 0) return named;
  if (missing === undefined) return all;
  const same = all.filter(({ kind }) => kind === missing || ALIKE[missing] === kind);
  return same.length > 0 ? same : all;
}

/** A kind that answers call by another's name. */
const ALIKE: Partial<Record<Kind, Kind>> = {
  admin: 'assignee',
  assignee: 'admin',
  contact: 'user',
  conversation: 'linked conversation',
  'conversation part or message': 'conversation',
  'conversation attribute': 'ticket type attribute',
};

/** What an answer says is missing, by its code or by how its message begins. */
function missingKind(code: string, message: string): Kind | undefined {
  const byCode = /^([a-z_]{1,60})_not_found$/.exec(code)?.[1];
  const kind = byCode === undefined ? undefined : kindOfWords(byCode);
  if (kind !== undefined) return kind;
  const words = /^(?:[\w.]{1,60}: )?([A-Za-z_ ]{1,60}?)(?: [`'"\d][^ ]{0,80})? not found/i.exec(
    message.slice(0, 300),
  )?.[1];
  return words === undefined ? undefined : kindOfWords(words);
}

/** An answer that is about something which does not exist. */
const UNKNOWN =
  /\bnot found|\bno such\b|\bunknown\b|^there is no\b|\bdoes not exist|\bnames no\b|\bnot a valid \w+_id\b|\bhas this id\b/i;

/** The dotted names of all arguments that have a value, without the places in lists. */
function argumentsIn(value: Readonly<Record<string, unknown>>, prefix = '', levels = 3): string[] {
  return Object.entries(value).flatMap(([key, part]) => {
    const name = `${prefix}${key}`;
    if (part === undefined || part === null) return [];
    const first: unknown = Array.isArray(part) ? part[0] : part;
    return isRecord(first) && levels > 1 ? [name, ...argumentsIn(first, `${name}.`, levels - 1)] : [name];
  });
}
