import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { isRecord } from '../json/json-schema.ts';
import type { Said } from './argument-change.ts';
import type { Change } from './change.ts';
import { compareBody } from './compare-body.ts';
import { compareInputs, schemaAtPlace } from './compare-catalog.ts';
import {
  type ArgumentContext,
  type ArgumentFinding,
  type ComparedOperation,
  compareParameters,
} from './compare-parameters.ts';
import { makeChange } from './make-change.ts';
import { areRelated } from './place.ts';

/** A tool in both catalogues and both descriptions. */
export interface ComparedArguments {
  readonly tools: { readonly before: CatalogEntry; readonly after: CatalogEntry };
  /** Undefined where a description does not have it. */
  readonly operation: ComparedOperation | undefined;
  readonly pointer: string;
  /** Changes of the tool that tell of arguments too: paging, search. */
  readonly known: readonly Change[];
}

/**
 * What changed in a tool's arguments. The description says where, and what it means; the catalogue says what a model sees
 * of it. What both say is one change.
 */
export function compareArguments(
  { tools, operation, pointer, known }: ComparedArguments,
  context: ArgumentContext,
): Change[] {
  const seen = compareInputs(tools.before, tools.after);
  const found = operation ? [...compareParameters(operation, context), ...compareBody(operation, context)] : [];
  const changes = moved(found)
    .filter((finding) => isMeant(finding, { before: tools.before, seen }))
    .map((finding) => fromDescription(finding, { tools, operation, seen }));
  const isSearch = operation !== undefined && isSearched(operation);
  const more = seen
    .filter((said) => !(isSearch && isOfQuery(said)) && !isTold(said, [...changes, ...known]))
    .map((said) => makeChange({ ...said, pointer }));
  return [...changes.filter((change) => !isSpelledOut(change, more)), ...more];
}

/**
 * A new name is one only where the tool had the old one: an earlier generator did not write them down. That a body need not
 * be there is told by its arguments, where it makes a difference.
 */
function isMeant(
  { said }: ArgumentFinding,
  { before, seen }: { before: CatalogEntry; seen: readonly Said[] },
): boolean {
  const { kind, place, from, to } = said;
  const { properties } = before.inputSchema;
  if (kind === 'argument renamed' && place === to)
    return isRecord(properties) && Object.hasOwn(properties, String(from));
  const isBody = kind === 'request format' && typeof to === 'boolean';
  return !isBody || !seen.some((one) => one.kind === 'argument required' || one.kind === 'argument optional');
}

/** A form of the whole body that came or went is told by the arguments that a tool has for it, as far as it has any. */
function isSpelledOut({ kind, place, breaks }: Change, others: readonly Change[]): boolean {
  const isForm = place === '' && /^argument (?:narrowed|widened)$/.test(kind);
  return isForm && others.some((other) => other.breaks.length >= breaks.length);
}

/** Whether a change is of what a query may hold, and not of the argument itself. */
function isOfQuery({ kind, place }: Said): boolean {
  const isItself = place === 'query' && /^argument (?:added|removed|renamed|required|optional)$/.test(kind);
  return areRelated('query', place) && !isItself;
}

/** Whether a search table says what its query may be, and said so before. */
function isSearched({ before, after }: ComparedOperation): boolean {
  return isRecord(before['x-search']) && isRecord(after['x-search']);
}

/** An argument that goes elsewhere in the request is the same argument. */
function moved(findings: readonly ArgumentFinding[]): ArgumentFinding[] {
  const gone = new Map(
    findings.filter(({ said }) => said.kind === 'argument removed').map((one) => [one.said.place, one]),
  );
  const came = new Map(
    findings.filter(({ said }) => said.kind === 'argument added').map((one) => [one.said.place, one]),
  );
  return findings.flatMap((finding) => {
    const { place, kind } = finding.said;
    const [from, to] = [gone.get(place), came.get(place)];
    if (!from || !to || from.in === to.in) return [finding];
    if (finding !== to) return kind === 'argument removed' ? [] : [finding];
    return [
      {
        ...to,
        said: {
          kind: 'request format',
          place,
          from: from.in,
          to: to.in,
          message: `${place} is sent in the ${to.in} now, and was in the ${from.in}`,
        },
      },
    ];
  });
}

interface Seen {
  readonly tools: ComparedArguments['tools'];
  readonly operation: ComparedOperation | undefined;
  /** What the catalogue says of it. */
  readonly seen: readonly Said[];
}

const PAGING = new Set(['page', 'per_page', 'starting_after', 'cursor', 'scroll_param', 'pagination']);

function fromDescription(
  { argument, said: found, pointer, difference }: ArgumentFinding,
  { tools, operation, seen }: Seen,
): Change {
  const said = asShown(found, tools.after);
  const isArgument = (entry: CatalogEntry): boolean => {
    const { properties } = entry.inputSchema;
    return isRecord(properties) && Object.hasOwn(properties, argument);
  };
  if (argument !== '' && !isArgument(tools.before) && !isArgument(tools.after)) {
    // What pages is sent by the client; what is hidden or constant is no model's to give.
    const pages =
      PAGING.has(argument) && [operation?.before, operation?.after].some((one) => isRecord(one?.['x-pagination']));
    const isNeeded =
      said.kind === 'argument required' || (said.kind === 'argument added' && (said.breaks ?? []).length > 0);
    return makeChange({
      ...said,
      ...(pages && { kind: 'paging' as const }),
      breaks: isNeeded ? ['models'] : [],
      message: `${said.message} (${pages ? 'the client pages by it' : 'the tool does not offer it'})`,
      pointer,
    });
  }
  if (
    (said.breaks ?? []).length > 0 &&
    difference &&
    isUnseen(said.place, { tools, seen }) &&
    isTakenAlike(said, difference, tools)
  )
    return makeChange({
      ...said,
      kind: 'argument type',
      breaks: [],
      message: `${said.message}; the tool takes it as before`,
      pointer,
    });
  // Queries are made and checked by the search table.
  const search = operation !== undefined && isSearched(operation) && isOfQuery(said);
  return makeChange({ ...said, ...(search && { breaks: [] }), pointer });
}

/** The list of tools shows fields for each language, all alike, as one map: the place is named as it is there. */
function asShown(said: Said, after: CatalogEntry): Said {
  const steps = said.place.split('.');
  if (steps.length < 3 || schemaAtPlace(after, said.place) !== undefined) return said;
  const places = steps.slice(1, -1).map((_, at) => steps.with(at + 1, '*').join('.'));
  const place = places.find((one) => schemaAtPlace(after, one) !== undefined);
  return place === undefined ? said : { ...said, place, message: said.message.replace(said.place, () => place) };
}

/** Whether the catalogue shows the place, and nothing that changed there. */
function isUnseen(place: string, { tools, seen }: Pick<Seen, 'tools' | 'seen'>): boolean {
  return (
    !seen.some((said) => said.place === place) &&
    schemaAtPlace(tools.before, place)?.type !== undefined &&
    schemaAtPlace(tools.after, place)?.type !== undefined
  );
}

const TIMES = new Set(['date-time', 'date', 'unix-time']);
const SCALARS = new Set(['string', 'integer', 'number', 'boolean']);

/** Ids and times are texts to a model, however they are sent; a null that the tool never took cannot be missed. */
function isTakenAlike(
  { place }: Said,
  { aspect, keyword, from, to }: NonNullable<ArgumentFinding['difference']>,
  { before }: Seen['tools'],
): boolean {
  const areScalars = [from, to].every(
    (types) => Array.isArray(types) && types.every((type) => SCALARS.has(String(type))),
  );
  const shown = schemaAtPlace(before, place);
  if (aspect === 'type') return areScalars && shown?.type === 'string' && shown.enum === undefined;
  if (aspect === 'null') return true;
  return aspect === 'bound' && keyword === 'format' && TIMES.has(String(from)) && TIMES.has(String(to));
}

/** Whether a change tells already what the catalogue shows, and is as grave. */
function isTold({ place, breaks = [], kind }: Said, changes: readonly Change[]): boolean {
  return changes.some((change) => {
    if (change.kind === 'paging' && change.breaks.length > 0 && /^(?:limit|next_cursor)$/.test(place)) return true;
    if (change.place === '' || !/^(?:argument|search|deprecation)/.test(change.kind)) return false;
    const isAsGrave = breaks.length === 0 || change.breaks.includes('models');
    const isRenamed = change.kind === 'argument renamed' && areRelated(String(change.from), place);
    return (
      (isRenamed || isNear(change.place, place)) && (isAsGrave || (kind === 'argument type' && change.kind === kind))
    );
  });
}

/**
 * Whether a change at one place tells of another: one stands in the other, or what stands there is a shared schema's, of
 * which the description tells once what the catalogue shows wherever it is used.
 */
function isNear(told: string, shown: string): boolean {
  if (areRelated(told, shown)) return true;
  const names = shown.split('.').map(withoutList);
  const last = told.split('.').at(-1);
  return names.length > 1 && last !== undefined && names.slice(1).includes(withoutList(last));
}

function withoutList(name: string): string {
  return name.replace(/(?:\[\])+$/, '');
}
