import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { type Json, sameJson } from '../json/json-schema.ts';
import { type AnswerTypeNames, answerTypeNames, compareAnswerTypes } from './answer-types.ts';
import type { Change, Surface } from './change.ts';
import { compareAnswers } from './compare-answers.ts';
import { compareArguments } from './compare-arguments.ts';
import { type ComparedConnections, compareConnections } from './compare-connections.ts';
import { compareFacts } from './compare-facts.ts';
import { compareGroups } from './compare-groups.ts';
import { compareOther } from './compare-other.ts';
import { compareOverlayFacts } from './compare-overlay-facts.ts';
import { comparePaging } from './compare-paging.ts';
import { compareSearch } from './compare-search.ts';
import { compareVersionHeaders } from './compare-version-header.ts';
import { compareWords } from './compare-words.ts';
import { type Description, readDescription } from './description.ts';
import { changeOf, makeChange } from './make-change.ts';
import { matchTools, type Side, type ToolPair } from './match-tools.ts';
import { type ShapeReader, shapeReader } from './schemas/read-shape.ts';
import { type SchemaComparer, schemaComparer } from './schemas/schema-comparer.ts';

/** The two descriptions, and what compares their schemas in each direction. */
interface Context {
  readonly before: Description;
  readonly after: Description;
  readonly sent: SchemaComparer;
  readonly answered: SchemaComparer;
  readonly readers: { readonly before: ShapeReader; readonly after: ShapeReader };
  /** Types of answers by tool, before and now, and all that are exported now. */
  readonly types: {
    readonly old: AnswerTypeNames;
    readonly now: AnswerTypeNames;
    readonly exported: ReadonlySet<string>;
  };
}

/** Every change from one surface to another; without an earlier one, every tool is added. */
export function compareSurfaces(before: Surface | undefined, after: Surface): Change[] {
  const now = sideOf(after);
  const old = before ? sideOf(before) : { catalog: [], description: now.description };
  const { pairs, added, removed } = matchTools(old, now);
  const context = contextOf(old, now);
  return [
    ...added.map((entry) => changeOf(entry, toolChange('tool added', entry, now.description))),
    ...removed.map((entry) => changeOf(entry, toolChange('tool removed', entry, old.description))),
    ...pairs.flatMap((pair) => comparePair(pair, context)),
    ...(before ? compareGroups(before.operations.groups, after.operations.groups) : []),
    ...(before ? compareReach(before, after, { pairs, sides: { before: old, after: now } }) : []),
  ];
}

/** Where calls go, what they need, and for which version of the API they ask. */
function compareReach(
  before: Surface,
  after: Surface,
  matched: Pick<ComparedConnections, 'pairs' | 'sides'>,
): Change[] {
  const [old, now] = [before.operations.connection, after.operations.connection];
  return [
    ...compareConnections({ ...matched, before: old, after: now }),
    ...compareVersionHeaders({ ...matched, versions: { before: before.version, after: after.version } }),
  ];
}

function sideOf({ catalog, operations }: Surface): Side {
  // Parsed anew: a value that stands in two places becomes two, each of which is told by its own place.
  return { catalog, description: readDescription(JSON.parse(JSON.stringify(operations))) };
}

function contextOf(old: Side, now: Side): Context {
  const [before, after] = [old.description, now.description];
  const readersOf = (direction: 'argument' | 'answer'): Context['readers'] => ({
    before: shapeReader(before.lookup, direction),
    after: shapeReader(after.lookup, direction),
  });
  const readers = readersOf('answer');
  const types = answerTypeNames(now.catalog, after, readers.after);
  return {
    before,
    after,
    sent: schemaComparer(readersOf('argument')),
    answered: schemaComparer(readers),
    readers,
    types: {
      old: answerTypeNames(old.catalog, before, readers.before),
      now: types,
      exported: new Set([...types.values()].map(({ name }) => name)),
    },
  };
}

function toolChange(kind: 'tool added' | 'tool removed', entry: CatalogEntry, description: Description): Change {
  const pointer = pointerIn(description, entry);
  if (kind === 'tool added')
    return makeChange({ kind, place: '', to: entry.name, message: `it is new: ${entry.title}`, pointer });
  return makeChange({
    kind,
    breaks: ['models', 'importers'],
    place: '',
    from: entry.name,
    message: 'it is gone',
    pointer,
  });
}

/** The place of an operation in its description; where it should be, where the description does not have it. */
function pointerIn(description: Description, { method, path }: CatalogEntry): string {
  const operation = description.operationAt(method, path);
  return operation ? description.pointerOf(operation) : pointerTo(['paths', path, method.toLowerCase()]);
}

function comparePair(pair: ToolPair, context: Context): Change[] {
  const { before, after } = pair;
  const pointer = pointerIn(context.after, after);
  const operations = {
    before: context.before.operationAt(before.method, before.path),
    after: context.after.operationAt(after.method, after.path),
  };
  const both =
    operations.before && operations.after ? { before: operations.before, after: operations.after } : undefined;
  const paths = { before: before.path, after: after.path };
  const facts = compareFacts(pair, pointer);
  const told = both ? compareOperation(both, { pair, pointer, context }) : [];
  const taken = compareArguments(
    { tools: pair, operation: both && { ...both, paths }, pointer, known: told },
    { ...context, compare: context.sent },
  );
  const known = [...withoutEchoes(facts, told), ...told, ...taken];
  return onceEach([...known, ...compareWords(before, after, { known, pointer })]).map((change) =>
    changeOf(after, change),
  );
}

/** A schema of several forms, each with the same property, is one place that changed; of what reads the same the first is kept. */
function onceEach(changes: readonly Change[]): Change[] {
  const read = ({ kind, label, place, message, pointer }: Change) =>
    JSON.stringify([kind, label, place, message, pointer]);
  return [...new Map(changes.toReversed().map((change) => [read(change), change])).values()].toReversed();
}

function compareOperation(
  { before, after }: { readonly before: Json; readonly after: Json },
  { pair, pointer, context }: { pair: ToolPair; pointer: string; context: Context },
): Change[] {
  const pointers = { before: `${pointerIn(context.before, pair.before)}/x-search`, after: `${pointer}/x-search` };
  const paging = comparePaging(before, after, pointer);
  const isList = pair.before.class === 'list';
  const answers = compareAnswers(before, after, { ...context, compare: context.answered, isList });
  // What is another thing as a whole has another type anyway.
  const isOther =
    paging.some(({ breaks }) => breaks.length > 0) ||
    answers.some(({ kind, place }) => kind === 'answer list' || (kind === 'answer type' && place === ''));
  return [
    ...(sameJson(before['x-search'], after['x-search'])
      ? []
      : compareSearch({ before: before['x-search'], after: after['x-search'], pointers })),
    ...paging,
    ...answers,
    ...(isOther ? [] : compareAnswerTypes(pair, { ...context.types, pointer })),
    ...compareOverlayFacts(before, after, pointer),
    ...compareOther(before, after, pointer),
  ];
}

/** A list that became one thing changes the class of its tool too, which is the same fact. */
function withoutEchoes(facts: readonly Change[], told: readonly Change[]): Change[] {
  const isList = told.some(({ kind }) => kind === 'answer list' || kind === 'paging');
  const isEcho = ({ kind, place, from, to }: Change): boolean =>
    kind === 'behaviour' && place === 'class' && [from, to].every((one) => one === 'list' || one === 'get');
  return facts.filter((change) => !(isList && isEcho(change)));
}
