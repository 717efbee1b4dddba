import type { ApiProfile } from '../profile/api-profile.ts';
import type { NameFinder } from '../search/name-value.ts';
import { type PreparedArguments, prepareArguments } from '../search/prepare-arguments.ts';
import type { Tool } from '../tool/tool.ts';
import { InputError, type InputProblem } from '../value/errors.ts';
import { exceeds } from '../value/exceeds.ts';
import { isRecord } from '../value/value.ts';
import { flipRefusedIds } from './flip-refused-ids.ts';

/** What arguments are read with: `now`, in milliseconds, is what relative dates count from. */
export interface ReadingContext {
  readonly now?: number | undefined;
  readonly profile?: Pick<ApiProfile, 'search'> | undefined;
  /** Finds the ids of names in searches. */
  readonly names?: NameFinder | undefined;
}

/**
 * Arguments as the tool's schema wants them, where they can mean one thing only; what cannot be read stays as it is for
 * the check. A lone `id` stands for {@link Tool.alias}, an id may be a string or an integer. Throws {@link InputError} for what
 * is no object, is nested too deep, or is no query of a search.
 */
export function repairArguments(
  tool: Pick<Tool, 'alias' | 'input' | 'search'>,
  raw: unknown,
  { now = Date.now(), profile, names }: ReadingContext = {},
): PreparedArguments {
  refuseDepth(raw);
  const { input, ...notes } = prepareArguments(tool, resolveAlias(tool, raw ?? {}), {
    now,
    profile: profile?.search,
    names,
  });
  return { input: fitTypes(tool, input), ...notes };
}

/** Levels that arguments may have: no tool takes a tenth of it, and what reads them calls itself for each. */
const DEEPEST = 100;

function refuseDepth(raw: unknown): void {
  if (!exceeds(raw, { levels: DEEPEST })) return;
  const deep = isRecord(raw) && Object.keys(raw).find((name) => exceeds(raw[name], { levels: DEEPEST - 1 }));
  throw refuse({ argument: (deep || '').slice(0, 100), message: `is nested more than ${DEEPEST} levels deep` });
}

function fitTypes(tool: Pick<Tool, 'input'>, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const parsed = tool.input.safeParse(input);
  if (parsed.success) return input;
  const { issues } = parsed.error;
  const refused = new Set(issues.flatMap(({ path: [key, ...rest] }) => (rest.length === 0 ? [key] : [])));
  const isLeftOut = (key: string) => refused.has(key) && tool.input.shape[key]?.safeParse(undefined).success === true;
  return dropNulls(flipRefusedIds(input, issues), isLeftOut);
}

/** Models send null for an argument that they leave out; where an argument may be null, none was refused. */
function dropNulls(
  input: Readonly<Record<string, unknown>>,
  isLeftOut: (key: string) => boolean,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([key, value]) => value !== null || !isLeftOut(key)));
}

function resolveAlias({ alias, input }: Pick<Tool, 'alias' | 'input'>, raw: unknown): Record<string, unknown> {
  if (!isRecord(raw)) throw refuse({ argument: '', message: 'the arguments must be one object, for example {}' });
  if (alias === undefined || !Object.hasOwn(raw, 'id') || Object.hasOwn(input.shape, 'id')) return raw;
  const { id, ...rest } = raw;
  if (!Object.hasOwn(raw, alias)) return { [alias]: id, ...rest };
  if (String(raw[alias]) === String(id)) return rest;
  throw refuse({ argument: 'id', message: `stands for ${alias}, and the two differ: give ${alias} alone` });
}

function refuse(problem: InputProblem) {
  return new InputError([problem]);
}
