import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import type { Snapshot } from '../../../sandbox/index.ts';
import type { SampleSchema } from '../../support/sample-value.ts';
import { realArguments, TABLES } from './sweep.ts';
import { sweepArguments } from './sweep-arguments.ts';

/** What a caller most often gets wrong, the likeliest first. */
export type MistakeKind =
  | 'unknown id in the path'
  | 'unknown id in the body'
  | 'id of another kind'
  | 'said twice'
  | 'missing argument'
  | 'wrong value'
  | 'wrong type'
  | 'foreign cursor'
  | 'misspelt argument';

/** Arguments with one mistake, and the argument that it is in. */
export interface Mistake {
  readonly kind: MistakeKind;
  readonly argument: string;
  readonly given: Readonly<Record<string, unknown>>;
}

/** The arguments that mistakes are made on: the required ones, with ids of what exists in this workspace. */
export function rightArguments(tool: Tool, entry: CatalogEntry, state: Snapshot): Mistake['given'] {
  for (const { given } of realArguments(tool, entry.inputSchema, state, sweepArguments)) return given;
  return {};
}

/** All mistakes that can be made with a tool, on arguments that would be right on this workspace. */
export function* mistakesWith(tool: Tool, entry: CatalogEntry, state: Snapshot): Generator<Mistake> {
  const rounds = [...realArguments(tool, entry.inputSchema, state, sweepArguments)];
  const [first] = rounds;
  const whole = rounds.find(({ round }) => round === 'all') ?? first;
  if (first === undefined || whole === undefined) return;
  const { given } = first;
  const schema = entry.inputSchema as SampleSchema;
  const properties = schema.properties ?? {};
  const inPath = Object.keys(given).filter((name) => isInPath(tool, given, name));
  const ids = (among: Readonly<Record<string, unknown>>) =>
    Object.keys(among).filter((name) => isId(among[name], name) && !inPath.includes(name));

  for (const name of inPath)
    yield { kind: 'unknown id in the path', argument: name, given: { ...given, [name]: unknownLike(given[name]) } };
  for (const name of ids(whole.given))
    yield {
      kind: 'unknown id in the body',
      argument: name,
      given: { ...given, [name]: unknownLike(whole.given[name]) },
    };
  for (const name of inPath) {
    const other = ofAnotherKind(name, state);
    if (other !== undefined) yield { kind: 'id of another kind', argument: name, given: { ...given, [name]: other } };
  }
  if (tool.access === 'write') yield { kind: 'said twice', argument: '', given };
  for (const name of Object.keys(given)) {
    const { [name]: _, ...rest } = given;
    yield { kind: 'missing argument', argument: name, given: rest };
  }
  for (const [name, property] of Object.entries(properties)) {
    if (property.enum !== undefined)
      yield { kind: 'wrong value', argument: name, given: { ...given, [name]: 'something_else' } };
    else if (name === 'limit') yield { kind: 'wrong type', argument: name, given: { ...given, limit: 'many' } };
    else if (property.type === 'boolean' || property.type === 'integer')
      yield { kind: 'wrong type', argument: name, given: { ...given, [name]: 'perhaps' } };
    else if (property.type === 'object' || property.type === 'array')
      yield { kind: 'wrong type', argument: name, given: { ...given, [name]: 7 } };
  }
  if ('next_cursor' in properties)
    yield { kind: 'foreign cursor', argument: 'next_cursor', given: { ...given, next_cursor: 'page2' } };
  const [any = 'name'] = Object.keys(properties);
  yield { kind: 'misspelt argument', argument: `${any}s`, given: { ...given, [`${any}s`]: 'x' } };
  yield { kind: 'misspelt argument', argument: 'filter', given: { ...given, filter: 'open' } };
  yield { kind: 'misspelt argument', argument: 'workspace', given: { ...given, workspace: 'ours' } };
}

function isInPath(tool: Tool, given: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = given[name];
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  try {
    const mark = typeof value === 'number' ? 987_654 : 'zzmarkzz';
    return tool.request({ ...given, [name]: mark }).path.includes(String(mark));
  } catch {
    return false;
  }
}

function isId(value: unknown, name: string): boolean {
  return (typeof value === 'string' || typeof value === 'number') && (TABLES[name] !== undefined || /_id$/.test(name));
}

/** An id of the same form that nothing has. */
function unknownLike(value: unknown): unknown {
  if (typeof value === 'number') return 999_999_999;
  const text = String(value);
  if (/^\d+$/.test(text)) return '999999999';
  return /^[\da-f]{24}$/.test(text) ? 'ffffffffffffffffffffffff' : 'nowhere';
}

/** The id of something else: of a contact, or where that is meant, of a conversation. */
function ofAnotherKind(name: string, state: Snapshot): string | undefined {
  const table = TABLES[name];
  if (table === undefined) return undefined;
  return Object.keys(state[table === 'conversations' ? 'tickets' : 'conversations'] ?? {})[0];
}
