import type { Notes } from '../search/notes.ts';
import { InputError } from '../value/errors.ts';
import { isRecord } from '../value/value.ts';
import { parseContainer } from './json-value.ts';

/** What clients add to the arguments of a call for themselves; where a tool has an argument of that name, it is the tool's. */
const CLIENT_KEYS: ReadonlySet<string> = new Set([
  'toolCallId',
  'tool_call_id',
  'tool',
  'sessionId',
  'chatInput',
  'action',
]);

const wrappers: ReadonlySet<string> = new Set(['arguments', 'args', 'input', 'parameters', 'params', 'kwargs']);

/**
 * The object of arguments that a call brings, as JSON text too, or in a lone object that says no more than that they are
 * arguments; without what its client added for itself. An object under a name that is no argument, whose keys are all
 * arguments that are not given beside it, stands for these: what a description has as one parameter or as a body. Nothing counts as no arguments. Throws {@link InputError} for anything else.
 */
export function openArguments(
  { shape, isClosed = false }: { readonly shape: Readonly<Record<string, unknown>>; readonly isClosed?: boolean },
  raw: unknown,
  { repair }: Pick<Notes, 'repair'>,
): Readonly<Record<string, unknown>> {
  const isOwn = (key: string) => Object.hasOwn(shape, key);
  const given = withoutClientKeys(asRecord(raw ?? {}), isOwn);
  const [[name, value] = [], ...others] = Object.entries(given);
  if (name === undefined || others.length > 0 || !wrappers.has(name) || isOwn(name))
    return isClosed ? unfolded(given, isOwn, repair) : given;
  const inner = typeof value === 'string' ? parseContainer(value) : value;
  if (!isRecord(inner)) return given;
  repair(`${name}: taken as the arguments themselves`);
  return withoutClientKeys(inner, isOwn);
}

function unfolded(
  given: Readonly<Record<string, unknown>>,
  isOwn: (key: string) => boolean,
  repair: Notes['repair'],
): Readonly<Record<string, unknown>> {
  const [name, ...more] = Object.keys(given).filter((key) => !isOwn(key));
  const { [name ?? '']: inner, ...beside } = given;
  if (name === undefined || name === '__proto__' || more.length > 0 || !isRecord(inner)) return given;
  const keys = Object.keys(inner);
  if (keys.length === 0 || !keys.every((key) => isOwn(key) && !Object.hasOwn(beside, key))) return given;
  repair(`${name.slice(0, 100)}: is no argument, and what it holds was taken as ${keys.join(', ')}`);
  return { ...beside, ...inner };
}

function asRecord(raw: unknown): Readonly<Record<string, unknown>> {
  const record = typeof raw === 'string' ? parseContainer(raw) : raw;
  if (isRecord(record)) return record;
  throw new InputError([{ argument: '', message: 'the arguments must be one object, for example {}' }]);
}

function withoutClientKeys(
  raw: Readonly<Record<string, unknown>>,
  isOwn: (key: string) => boolean,
): Readonly<Record<string, unknown>> {
  const keys = Object.keys(raw);
  const isForeign = (key: string) => CLIENT_KEYS.has(key) && !isOwn(key);
  if (!keys.some(isForeign)) return raw;
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !isForeign(key)));
}
