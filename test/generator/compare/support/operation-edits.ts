import type { ChangeKind } from '../../../../generator/compare/change.ts';
import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import { anyPlace } from './body-edits.ts';
import { type EditKind, recordAt, type Verdict } from './edits.ts';
import { methods, operationsOf } from './occurrences.ts';

interface Place {
  readonly path: string;
  readonly method: string;
  readonly operation: Json;
}

/** A change of an operation as a whole. */
interface OperationEdit {
  readonly name: string;
  readonly where?: (place: Place, document: Json) => boolean;
  readonly prepare?: (operation: Json) => void;
  readonly change: (document: Json, place: Place) => void;
  /** The operation as the report names it, where it is not the one that was. */
  readonly now?: (place: Place) => string;
  readonly verdict: Verdict;
  readonly mayFollow?: readonly ChangeKind[];
}

const breaking = ['breaking for models'] as const;
const mild = ['compatible', 'cosmetic'] as const;
/** Names follow paths and methods, and modules follow tags. */
/** … and so do some arguments: `id` below a resource, and `fields` of what reads. */
const names: readonly ChangeKind[] = [
  'argument added',
  'argument removed',
  'tool renamed',
  'export renamed',
  'module moved',
  'behaviour',
  'argument renamed',
  'tags',
];

const edits: readonly OperationEdit[] = [
  {
    name: 'added',
    change: (document, { path, operation }) =>
      put(document, `/quite_new${path}`, 'post', {
        ...structuredClone(operation),
        operationId: 'quiteNew',
        'x-mcp': {},
      }),
    now: ({ path }) => `POST /quite_new${path}`,
    verdict: { kinds: ['tool added'], labels: ['compatible'] },
  },
  { name: 'removed', change: take, verdict: { kinds: ['tool removed'], labels: breaking } },
  {
    name: 'path moved below a prefix',
    where: hasId,
    change: (document, place) => move(document, place, `/quite_new${place.path}`, place.method),
    now: ({ path, method }) => `${method.toUpperCase()} /quite_new${path}`,
    verdict: { kinds: ['operation moved'] },
    mayFollow: names,
  },
  {
    name: 'last part of the path renamed',
    where: (place) => hasId(place) && !place.path.endsWith('}'),
    change: (document, place) => move(document, place, `${place.path}_new`, place.method),
    now: ({ path, method }) => `${method.toUpperCase()} ${path}_new`,
    verdict: { kinds: ['operation moved'] },
    mayFollow: names,
  },
  {
    name: 'PUT becomes PATCH',
    where: (place, document) =>
      hasId(place) &&
      place.method === 'put' &&
      !isRecord(recordAt(document, '/paths')[place.path]) === false &&
      !(
        'patch' in recordAt(recordAt(document, '/paths'), `/${place.path.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      ),
    change: (document, place) => move(document, place, place.path, 'patch'),
    now: ({ path }) => `PATCH ${path}`,
    verdict: { kinds: ['operation moved'] },
    mayFollow: names,
  },
  {
    name: 'POST becomes PUT',
    where: (place, document) =>
      hasId(place) &&
      place.method === 'post' &&
      !('put' in recordAt(recordAt(document, '/paths'), `/${place.path.replaceAll('~', '~0').replaceAll('/', '~1')}`)),
    change: (document, place) => move(document, place, place.path, 'put'),
    now: ({ path }) => `PUT ${path}`,
    verdict: { kinds: ['operation moved'] },
    mayFollow: [...names, 'argument widened', 'argument removed'],
  },
  {
    name: 'operationId changed',
    where: hasId,
    change: (document, place) => {
      at(document, place).operationId = 'quiteNew';
    },
    verdict: { kinds: [] },
  },
  {
    name: 'operationId removed',
    where: hasId,
    change: (document, place) => {
      delete at(document, place).operationId;
    },
    verdict: { kinds: [] },
  },
  {
    name: 'deprecated',
    change: (document, place) => {
      at(document, place).deprecated = true;
    },
    verdict: { kinds: ['deprecation'], labels: mild },
  },
  {
    name: 'deprecated no more',
    prepare: (operation) => {
      operation.deprecated = true;
    },
    change: (document, place) => {
      delete at(document, place).deprecated;
    },
    verdict: { kinds: ['deprecation'], labels: mild },
  },
  {
    name: 'first tag replaced',
    change: (document, place) => {
      at(document, place).tags = ['Quite New', ...tagsOf(place.operation).slice(1)];
    },
    verdict: { kinds: ['tags', 'module moved'] },
    mayFollow: names,
  },
  {
    name: 'second tag added',
    where: ({ operation }) => tagsOf(operation).length === 1,
    change: (document, place) => {
      at(document, place).tags = [...tagsOf(place.operation), 'Quite New'];
    },
    verdict: { kinds: ['tags'] },
  },
  {
    name: 'second tag removed',
    where: ({ operation }) => tagsOf(operation).length === 1,
    prepare: (operation) => {
      operation.tags = [...tagsOf(operation), 'Quite New'];
    },
    change: (document, place) => {
      at(document, place).tags = tagsOf(place.operation);
    },
    verdict: { kinds: ['tags'] },
  },
  {
    name: 'page size stated',
    where: ({ operation }) => operation['x-page-size'] === undefined,
    change: (document, place) => {
      at(document, place)['x-page-size'] = { default: 20, max: 50 };
    },
    verdict: { kinds: ['paging'] },
  },
  {
    name: 'page size smaller',
    prepare: (operation) => {
      operation['x-page-size'] = { default: 20, max: 50 };
    },
    change: (document, place) => {
      at(document, place)['x-page-size'] = { default: 20, max: 30 };
    },
    verdict: { kinds: ['paging'] },
  },
];

/** Edits of operations: where they stand, their tags, what is said of them. */
export const operationEdits: readonly EditKind[] = edits.map(
  ({ name, where = () => true, prepare, change, now, verdict, mayFollow = [] }) => ({
    name: `operation: ${name}`,
    sites: ({ document }) =>
      operationsOf(document)
        .filter((place) => where(place, document))
        .map(({ pointer }) => pointer),
    edit: ({ document }, site) => {
      const place = operationsOf(document).find(({ pointer }) => pointer === site);
      if (!place) return undefined;
      const was = `${place.method.toUpperCase()} ${place.path}`;
      return {
        what: `operation ${name} at ${site}`,
        operations: [was],
        prepare: (copied) => prepare?.(at(copied, place)),
        apply: (copied) => change(copied, place),
        expected: verdict.kinds?.length === 0 ? [] : [{ operation: now?.(place) ?? was, places: anyPlace, ...verdict }],
        mayFollow,
      };
    },
  }),
);

function hasId({ operation }: Place): boolean {
  return typeof operation.operationId === 'string';
}

function tagsOf({ tags }: Json): string[] {
  return Array.isArray(tags) ? tags.map(String) : [];
}

function itemOf(document: Json, path: string): Json {
  const paths = recordAt(document, '/paths');
  const item = paths[path];
  return isRecord(item) ? item : {};
}

function at(document: Json, { path, method }: Place): Json {
  const operation = itemOf(document, path)[method];
  return isRecord(operation) ? operation : {};
}

function put(document: Json, path: string, method: string, operation: Json): void {
  const paths = recordAt(document, '/paths');
  paths[path] = { ...(isRecord(paths[path]) ? paths[path] : {}), [method]: operation };
}

function take(document: Json, { path, method }: Place): void {
  const item = itemOf(document, path);
  delete item[method];
  if (!methods.some((known) => known in item)) delete recordAt(document, '/paths')[path];
}

/** Parameters of the path go along. */
function move(document: Json, place: Place, path: string, method: string): void {
  const operation = at(document, place);
  const { parameters: shared } = itemOf(document, place.path);
  take(document, place);
  if (path === place.path && Array.isArray(shared))
    recordAt(document, '/paths')[path] = { parameters: shared, ...itemOf(document, path) };
  const own: unknown[] = Array.isArray(operation.parameters) ? operation.parameters : [];
  const all = path !== place.path && Array.isArray(shared) ? { parameters: [...shared, ...own] } : {};
  put(document, path, method, { ...operation, ...all });
}
