import { readProperties } from '../input/read-value.ts';
import type { NameScope } from '../profile/named-kind.ts';
import { isNobody } from '../search/id-value.ts';
import { objectSchema } from '../tool/object-schema.ts';
import type { Tool } from '../tool/tool.ts';
import { InputError, type InputProblem } from '../value/errors.ts';
import { isIdText } from '../value/id-text.ts';
import { asText, isRecord, own } from '../value/value.ts';
import { valueAt } from '../value/value-at.ts';
import { type NamedValue, namedValues } from './named-values.ts';
import type { Looked, Names } from './names.ts';
import { showText } from './refusals.ts';

/** Arguments with ids in place of names, and what became what. */
export interface ResolvedArguments {
  readonly input: Readonly<Record<string, unknown>>;
  readonly repairs: readonly string[];
  /** The ids that names became, by argument. */
  readonly became: Readonly<Record<string, string>>;
}

const QUIET = { now: 0, dropsNull: false, notes: { became: () => undefined, repair: () => undefined } };

/** Names that one call may have. */
const MOST_NAMES = 200;

/**
 * Puts ids in the place of names in the arguments of a tool; throws {@link InputError} for a name that nothing has, or more
 * than one thing, and rejects as a look-up does. Numbers are ids, whatever is called so.
 */
export async function resolveArguments(
  tool: Pick<Tool, 'names' | 'input' | 'search'>,
  input: Readonly<Record<string, unknown>>,
  names: Names,
): Promise<ResolvedArguments> {
  if (tool.names === undefined || !namesIn(tool.names, input, names).some(isName))
    return { input, repairs: [], became: {} };
  const copy = structuredClone(input);
  const values = namesIn(tool.names, copy, names).filter(isName);
  if (values.length > MOST_NAMES)
    throw new InputError([{ argument: '', message: `more than ${MOST_NAMES} names: give ids` }]);
  // All lists at once.
  for (const value of values)
    if (nobodyId(value, names) === undefined) names.look(String(value.value), { kinds: value.kinds, key: value.key });
  await names.load();
  const repairs: string[] = [];
  const looking: Looking = { input: copy, names, scopes: new Map() };
  const became: [string, string][] = [];
  const problems: InputProblem[] = [];
  // What others are within is known first.
  for (const value of values.toSorted((a, b) => Number(isWithin(a, names)) - Number(isWithin(b, names)))) {
    const nobody = nobodyId(value, names);
    const looked = nobody === undefined ? await lookUpName(value, looking) : { id: nobody };
    if (looked === 'no name') continue;
    if ('refusal' in looked) problems.push({ argument: value.path, message: looked.refusal });
    else if (looked.id !== value.value) {
      value.set(looked.id);
      became.push([value.path, looked.id]);
      repairs.push(
        `${value.path}: ${showText(String(value.value))} became ${looked.id}${looked.why === undefined ? '' : ` (${looked.why})`}`,
      );
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  // An id is text here and an integer there; nothing else is left to change.
  const { query, ...others } = copy;
  const isSearch = tool.search !== undefined && query !== undefined;
  const fitting = readProperties(objectSchema(tool), isSearch ? others : copy, '', QUIET);
  return { input: isSearch ? { query, ...fitting } : fitting, repairs, became: Object.fromEntries(became) };
}

/** The values of a tool's marked arguments, names or ids. */
export function namesIn(
  places: NonNullable<Tool['names']>,
  input: unknown,
  { profile: { kinds } }: Pick<Names, 'profile'>,
): NamedValue[] {
  if (!isRecord(input)) return [];
  const freeKeys = (kind: string) => (Object.hasOwn(kinds, kind) ? kinds[kind]?.freeKeys : undefined);
  return namedValues(input, places, (kind) => freeKeys(kind) !== undefined).filter(
    ({ kinds: names, key }) => key === undefined || !names.some((name) => freeKeys(name)?.has(key)),
  );
}

/** The id of nobody, where a word for nobody stands and the argument takes one. */
function nobodyId({ value, path }: NamedValue, { profile: { nobody = {} } }: Names): string | undefined {
  const name = path.replace(/^.*\./, '');
  return isNobody(value) && Object.hasOwn(nobody, name) ? nobody[name] : undefined;
}

function isName({ value }: NamedValue): boolean {
  return typeof value === 'string' && value.trim() !== '' && !isIdText(value);
}

function scopeOfKinds({ kinds: names }: NamedValue, { profile: { kinds } }: Names): NameScope | undefined {
  for (const name of names) if (Object.hasOwn(kinds, name) && kinds[name]?.within) return kinds[name].within;
  return undefined;
}

function isWithin(value: NamedValue, names: Names): boolean {
  return scopeOfKinds(value, names) !== undefined;
}

interface Looking {
  /** What things are within, by the argument that was asked for. */
  readonly scopes: Map<string, Promise<string | undefined>>;
  readonly input: unknown;
  readonly names: Names;
}

async function lookUpName(value: NamedValue, looking: Looking): Promise<Looked> {
  const { input, names, scopes } = looking;
  const scope = scopeOfKinds(value, names);
  const given = scope && asText(own(input, scope.argument));
  const first = await lookAgain(value, given, names);
  if (given !== undefined || scope?.read === undefined || first === 'no name' || 'id' in first) return first;
  const asked = scopes.get(scope.read.argument) ?? readScope(scope.read, looking);
  scopes.set(scope.read.argument, asked);
  const read = await asked;
  return read === undefined ? first : await lookAgain(value, read, names);
}

async function lookAgain({ value, key, kinds }: NamedValue, scope: string | undefined, names: Names): Promise<Looked> {
  const look = () => names.look(String(value), { kinds, key, scope });
  const known = look();
  if (known !== undefined) return known;
  await names.load();
  return look() ?? 'no name';
}

/** The id of what a thing is within, as the thing itself has it. */
async function readScope(
  { tool, argument, path, place }: NonNullable<NameScope['read']>,
  { input, names: { context } }: Looking,
): Promise<string | undefined> {
  const id = asText(own(input, argument));
  if (id === undefined || !isIdText(id)) return undefined;
  return asText(valueAt(await context.read({ path: path.replace('{}', id.trim()) }, tool), place));
}
