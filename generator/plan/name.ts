import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import type { Api, NamedOperation, Operation } from '../ir/ir.ts';
import { extension, type Segment, segmentsOf } from '../text/path-segments.ts';
import { shapeOf } from '../text/path-shape.ts';
import { camelCase, isPlural, singular, snakeCase, titleCase } from '../text/words.ts';
import { checkAliases } from './check-aliases.ts';
import { exportName } from './export-name.ts';
import { shortenNames } from './shorten-names.ts';

const longest = 64;

/** The resource words of a path: parents in the singular, a parent that its child repeats left out. */
function resourceWords(segments: readonly Segment[], keepParentPlural: boolean): string[] {
  const literals = segments.flatMap(({ text, isParam }, index) => (isParam ? [] : [{ text, index }]));
  return literals.flatMap(({ text, index }, place) => {
    const isLast = place === literals.length - 1;
    const isParentOfLast = place === literals.length - 2;
    const followedByParam = segments[index + 1]?.isParam === true;
    const word = text.replace(/^get_/, '');
    const child = literals[place + 1]?.text;
    const firstWord = word.split('_')[0];
    if (child?.startsWith(`${firstWord}_`)) return [];
    return !isLast && followedByParam && !(keepParentPlural && isParentOfLast) ? [singular(word)] : [word];
  });
}

function singularLast(words: readonly string[]): string {
  return words.map((word, place) => (place === words.length - 1 ? singular(word) : word)).join('_');
}

/** What the naming of one path has to know of the others, by their shapes: what parameters are called tells nothing. */
interface Paths {
  /** Paths that answer a GET. */
  readonly readable: ReadonlySet<string>;
  /** Paths that end in a parameter below which another parameter stands at once. */
  readonly scopes: ReadonlySet<string>;
  /** Paths that take a POST, without their extension. */
  readonly creatable: ReadonlySet<string>;
  /** Paths that take a PATCH: a PUT beside it replaces. */
  readonly patchable: ReadonlySet<string>;
}

/**
 * The name of the tool of an operation by the rule of the house: a verb, the API, the resource, and what finds it.
 * `GET /tickets/{id}` is `get_single_<api>_ticket_by_id`, `POST /tickets/{id}/reply` is `<api>_tickets_reply`.
 */
function toolName(api: string, operation: Operation, paths: Paths): string {
  const { method, path, isList } = operation;
  const segments = segmentsOf(path);
  const last = segments.at(-1);
  const requiredQuery = operation.fields.find(({ in: place, required }) => place === 'query' && required);
  const by = (key: string | undefined): string => (key ? `_by_${snakeCase(key)}` : '');
  const isSubject = (text: string): boolean => /_?id$/.test(text);
  const change = method === 'PUT' && paths.patchable.has(shapeOf(path)) ? 'replace' : 'update';
  if (!last) return `${api}_${method.toLowerCase()}`;

  if (last.isParam && !paths.scopes.has(shapeOf(path))) {
    const literal = segments.at(-2);
    const finder =
      literal &&
      !literal.isParam &&
      [`find_by_${last.text}`, last.text, last.text.replace(/_id$/, '')].includes(literal.text) &&
      segments.length > 2
        ? last.text
        : undefined;
    const words = resourceWords(finder ? segments.slice(0, -2) : segments, false);
    const suffix = by(finder ?? 'id');
    if (method === 'HEAD') return `check_a_${api}_${singularLast(words)}${suffix}`;
    if (method === 'QUERY') return queried(api, words, { isList, suffix });
    if (method === 'GET')
      return isList
        ? `list_all_${api}_${words.join('_')}${suffix}`
        : `get_single_${api}_${singularLast(words)}${suffix}`;
    if (method === 'DELETE') return `delete_a_${api}_${singularLast(words)}${suffix}`;
    // Where things are created by a POST to their collection, a POST to one of them changes it.
    const isChange = paths.creatable.has(shapeOf(path.slice(0, path.lastIndexOf('/'))));
    if (method === 'POST' && !(isChange && isPlural(words.at(-1) ?? '')))
      return isPlural(words.at(-1) ?? '') ? `create_a_${api}_${singularLast(words)}` : `${api}_${words.join('_')}`;
    return `${change}_a_${api}_${singularLast(words)}${suffix}`;
  }

  const words = resourceWords(segments, false);
  const word = words.at(-1) ?? '';
  const underParam = segments.at(-2)?.isParam === true && !last.isParam;
  if (last.text === 'search' && (method === 'GET' || method === 'POST')) {
    const scope = words.slice(0, -1).join('_');
    return method === 'GET' ? `list_all_${api}_${words.join('_')}` : `list_all_${api}_search_${scope}`;
  }
  if (last.text === 'scroll' || (last.text === 'list' && method === 'POST'))
    return `list_all_${api}_${words.join('_')}`;
  if (method === 'HEAD') return `check_a_${api}_${singularLast(words)}${underParam ? '_by_id' : ''}`;
  if (method === 'QUERY') return queried(api, words, { isList, suffix: underParam ? '_by_id' : '' });
  if (method === 'GET') {
    if (isList || last.isParam) return `list_all_${api}_${words.join('_')}`;
    const finder = requiredQuery && isSubject(requiredQuery.key) ? requiredQuery.key : undefined;
    return `get_single_${api}_${singularLast(words)}${underParam ? '_by_id' : by(finder)}`;
  }
  if (method === 'DELETE') {
    return `delete_a_${api}_${singularLast(words)}${last.isParam ? by(requiredQuery?.key) : underParam ? '_by_id' : ''}`;
  }
  const isRoot = segments.filter(({ isParam }) => !isParam).length === 1;
  if (method === 'POST') {
    if (isPlural(word) || isRoot) return `create_a_${api}_${singularLast(words)}`;
  } else if (paths.readable.has(shapeOf(path)) || isRoot || isPlural(word)) {
    return `${change}_a_${api}_${singularLast(words)}${underParam ? '_by_id' : ''}`;
  }
  return `${api}_${resourceWords(segments, true).join('_')}`;
}

/** A QUERY finds what the GET of its path, which mostly stands beside it, only lists or gets. */
function queried(
  api: string,
  words: readonly string[],
  { isList, suffix }: { isList: boolean; suffix: string },
): string {
  if (isList) return `list_all_${api}_search_${words.filter((word) => word !== 'search').join('_')}${suffix}`;
  return `get_single_${api}_${singularLast(words)}${suffix === '' ? '_by' : `${suffix}_and`}_query`;
}

/** The first of the candidates that is free, or the last with a number. */
function firstFree(candidates: readonly string[], isTaken: (name: string) => boolean): string {
  const free = candidates.find((candidate) => !isTaken(candidate));
  if (free !== undefined) return free;
  const base = candidates.at(-1) ?? 'tool';
  const numbered = (count: number): string => `${base.slice(0, longest - `_${count}`.length)}_${count}`;
  let count = 2;
  while (isTaken(numbered(count))) count += 1;
  return numbered(count);
}

/** A path with a segment that has no letters leaves gaps. */
function withoutGaps(name: string): string {
  return name.replace(/_{2,}/g, '_').replace(/_$/, '');
}

/** The module of an operation: its first tag that can be a file name, or the first word of its path. */
function moduleOf({ tags, path }: Operation): string {
  const literal = segmentsOf(path.replace(/[?#].*$/, '')).find(({ isParam, text }) => !isParam && text !== '');
  return (tags.map(snakeCase).find(Boolean) ?? literal?.text ?? 'default').slice(0, longest);
}

/** The tool of an operation before its export is named. */
interface Called {
  readonly operation: Operation;
  readonly tool: string;
}

/** Names every operation of an API once: unique tool names, unique export names, and the module of each. */
export function nameOperations(api: Api): { api: Api<NamedOperation>; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const pathsOf = (wanted: Operation['method']): Set<string> =>
    new Set(api.operations.filter(({ method }) => method === wanted).map(({ path }) => shapeOf(path)));
  const scopes = new Set(
    api.operations.flatMap(({ path }) =>
      /\}\/\{[^/]+\}$/.test(path) ? [shapeOf(path.slice(0, path.lastIndexOf('/')))] : [],
    ),
  );
  const creatable = new Set([...pathsOf('POST')].map((path) => path.replace(extension, '')));
  const paths: Paths = { readable: pathsOf('GET'), creatable, patchable: pathsOf('PATCH'), scopes };
  const prefix = snakeCase(api.name) || 'api';
  const tools = new Set<string>();
  const wanted = api.operations.map((operation) => {
    const operationName = snakeCase(operation.operationId ?? '');
    return {
      operation,
      ruled: operation.facts.name ?? withoutGaps(toolName(prefix, operation, paths)),
      others: operationName ? [`${prefix}_${operationName}`] : [],
    };
  });
  const all = wanted.flatMap(({ ruled, others }) => [ruled, ...others]);
  const short = shortenNames(all, { prefix, longest });
  const called = wanted.map(({ operation, ruled: full, others }): Called => {
    const [ruled = full, ...otherwise] = [full, ...others].map((name) => short.get(name) ?? name);
    const tool = firstFree([ruled, ...otherwise], (name) => tools.has(name));
    if (tool !== ruled)
      diagnostics.push(
        diagnostic(
          'NAME_TAKEN',
          `${operation.method} ${operation.path} is called ${tool}: ${ruled} was taken`,
          operation.pointer,
        ),
      );
    tools.add(tool);
    return { operation, tool };
  });
  const identifiers = nameExports(called, prefix);
  const operations = called.map(({ operation, tool }): NamedOperation => {
    const identifier = identifiers.get(tool);
    if (identifier === undefined) throw new Error(`${tool} has no export`);
    const aliases = (operation.facts.aliases ?? []).map(({ name, until, export: exported }) => {
      return { tool: name, until, ...(exported !== undefined && { identifier: exported }) };
    });
    return { ...operation, names: { tool, identifier, module: moduleOf(operation), aliases } };
  });
  diagnostics.push(...checkAliases(operations));
  return { api: { ...api, operations }, diagnostics };
}

/**
 * The exports by tool name. Where the rule leads two tools to one export, the shorter tool name has it, whatever the
 * order of the description, and the other says what differs: its method, or else its whole name.
 */
function nameExports(called: readonly Called[], prefix: string): Map<string, string> {
  const taken = new Set<string>();
  const identifiers = new Map<string, string>();
  const byTool = called.toSorted(({ tool: a }, { tool: b }) => a.length - b.length || (a < b ? -1 : 1));
  // What an overlay says goes first.
  const ordered = [
    ...byTool.filter(({ operation }) => operation.facts.export !== undefined),
    ...byTool.filter(({ operation }) => operation.facts.export === undefined),
  ];
  for (const { operation, tool } of ordered) {
    const ruled = operation.facts.export ?? exportName(tool, prefix);
    const candidates = [ruled, `${ruled}By${titleCase(operation.method)}`, camelCase(tool)];
    // The constant of a tool's input stands beside its export.
    const isTaken = (name: string): boolean => taken.has(name) || taken.has(`${name}Input`);
    const identifier = firstFree(candidates, isTaken);
    taken.add(identifier).add(`${identifier}Input`);
    identifiers.set(tool, identifier);
  }
  return identifiers;
}
