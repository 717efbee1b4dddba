import type { Change, Label, Surface } from '../../../../generator/compare/change.ts';
import { compareSurfaces } from '../../../../generator/compare/compare-surfaces.ts';
import type { Json } from '../../../../generator/json/json-schema.ts';
import { refusedNow } from './accept.ts';
import { type Base, surfaceFrom } from './base.ts';
import { type Edit, type Expected, isLocale } from './edits.ts';
import { partOf } from './part-of.ts';

/** An edit that was made, and what the engine says of it. */
export interface MadeEdit {
  readonly before: Json;
  readonly after: Json;
  readonly old: Surface;
  readonly now: Surface;
  readonly changes: readonly Change[];
}

/** Makes the edits in a copy of the part of the document that they can reach, and compares. */
export function makeEdits({ document, origins }: Base, edits: readonly Edit[]): MadeEdit {
  const touched = edits.flatMap(({ operations }) => operations ?? []);
  const part = edits.some(({ operations }) => operations === undefined) ? document : partOf(document, new Set(touched));
  const [before, after] = [structuredClone(part), structuredClone(part)];
  for (const { prepare } of edits) {
    prepare?.(before);
    prepare?.(after);
  }
  for (const { apply } of edits) apply(after);
  const old = surfaceFrom({ document: before, origins });
  const now = surfaceFrom({ document: after, origins });
  return { before, after, old, now, changes: compareSurfaces(old, now) };
}

/** What is wrong with the report of one edit: one line each, none where it is right. */
export function judgeEdit(base: Base, edit: Edit): string[] {
  const { old, now, changes } = makeEdits(base, [edit]);
  return judgeChanges(changes, edit, { old, now });
}

/** Holds a report to what has to be in it: all of it, with the right label, and nothing else. */
function judgeChanges(
  changes: readonly Change[],
  { expected, mayFollow = [], operations = [] }: Pick<Edit, 'expected' | 'mayFollow' | 'operations'>,
  surfaces: { old: Surface; now: Surface },
): string[] {
  const faults: string[] = repeated(changes);
  const explained = new Set<Change>();
  for (const one of expected) {
    const named = changes.filter((change) => matches(change, one));
    if (named.length === 0 && one.mayBeSilent !== true) faults.push(`silent: ${show(one)}`);
    for (const change of named) explained.add(change);
    faults.push(...sayTwice(named));
    faults.push(
      ...judgeLabels(named, one)
        .filter((change) => !isRefused(change, surfaces))
        .map((change) => `label: ${tell(change)}, not ${one.labels?.join(' or ')}`),
    );
  }
  const touched = new Set([...expected.map(({ operation }) => operation), ...operations]);
  for (const change of changes) {
    if (explained.has(change) || follows(change, surfaces)) continue;
    if (mayFollow.includes(change.kind) && (change.operation === undefined || touched.has(change.operation))) continue;
    faults.push(`extra: ${tell(change)}`);
  }
  return faults;
}

/** What is said of one tool more than once, word for word. */
function repeated(changes: readonly Change[]): string[] {
  const said = Map.groupBy(changes, (change) => JSON.stringify(change));
  return [...said.values()].flatMap(([change, another]) => (change && another ? [`repeated: ${tell(change)}`] : []));
}

/** One difference of a map of languages is said of the map alone. */
function sayTwice(named: readonly Change[]): string[] {
  const mapped = named.filter(({ place }) => place.includes('.*'));
  const isSame = (one: Change, other: Change): boolean =>
    one.place !== other.place &&
    one.message.startsWith(one.place) === other.message.startsWith(other.place) &&
    / of the answer /.test(one.message) === / of the answer /.test(other.message) &&
    one.operation === other.operation &&
    one.kind === other.kind &&
    inMap(one.place) === inMap(other.place);
  return mapped.filter((one) => named.some((other) => isSame(one, other))).map((one) => `twice: ${tell(one)}`);
}

function inMap(place: string): string {
  return place
    .split('.')
    .map((name) => (isLocale(name) ? '*' : name))
    .join('.');
}

/** The gravest first. */
const gravity: readonly Label[] = ['breaking for models', 'breaking for importers', 'compatible', 'cosmetic'];

/** One of the changes has to have a right label, and none a graver one: an edit of two keywords is two changes. */
function judgeLabels(named: readonly Change[], { labels }: Expected): readonly Change[] {
  if (labels === undefined || named.length === 0) return [];
  const gravest = Math.min(...labels.map((label) => gravity.indexOf(label)));
  const graver = named.filter(({ label }) => gravity.indexOf(label) < gravest);
  return named.some(({ label }) => labels.includes(label)) ? graver : named;
}

function matches({ operation, kind, place }: Change, expected: Expected): boolean {
  return (
    operation === expected.operation &&
    (expected.kinds?.includes(kind) ?? true) &&
    expected.places.has(plainPlace(place))
  );
}

/** Without the status that the place of an error's answer begins with. */
function plainPlace(place: string): string {
  return place.replace(/^(?:[1-5]\d\d|[1-5]XX|default):? (?=\S)|^(?:[1-5]\d\d|[1-5]XX|default): ?/, '');
}

/** Whether the tool itself refuses now what it took, as ajv finds: ids are texts to tools, whatever the description calls them. */
function isRefused({ label, tool }: Change, { old, now }: { old: Surface; now: Surface }): boolean {
  if (label !== 'breaking for models') return false;
  const [was, is] = [old, now].map(({ catalog }) => catalog.find(({ name }) => name === tool));
  return was !== undefined && is !== undefined && refusedNow(was, is).length > 0;
}

/** What a catalogue says beside arguments: true where it differs in fact. */
function follows({ kind, tool, operation }: Change, { old, now }: { old: Surface; now: Surface }): boolean {
  if (kind === 'tokens') return totalOf(old) !== totalOf(now);
  const [was, is] = [old, now].map(({ catalog }) =>
    catalog.find(({ name, method, path }) => name === tool || `${method} ${path}` === operation),
  );
  if (!was || !is) return false;
  // Some names say what finds a thing: `…_by_user_id`.
  if (kind === 'tool renamed') return was.name !== is.name;
  if (kind === 'export renamed') return was.function !== is.function;
  if (kind === 'words') return was.title !== is.title || was.description !== is.description;
  return (
    kind === 'behaviour' &&
    (['class', 'access', 'destructive', 'personalData'] as const).some((fact) => was[fact] !== is[fact])
  );
}

function totalOf({ catalog }: Surface): number {
  return catalog.reduce((sum, { tokens }) => sum + tokens, 0);
}

function tell({ operation, kind, place, label, message }: Change): string {
  return `${operation} ${kind} at '${place}' (${label}): ${message}`;
}

function show({ operation, kinds, places }: Expected): string {
  return `${operation ?? 'all'} ${kinds?.join(' or ') ?? 'anything'} at '${[...places].slice(0, 4).join("' or '")}'`;
}
