import type * as z from 'zod';
import type { ApiProfile } from '../profile/api-profile.ts';
import { type PreparedArguments, prepareArguments } from '../search/prepare-arguments.ts';
import { PathError } from '../tool/path.ts';
import type { Tool, ToolRequest } from '../tool/tool.ts';
import { InputError, type InputProblem } from '../value/errors.ts';
import { exceeds } from '../value/exceeds.ts';
import { isRecord, own } from '../value/value.ts';
import { checkCases } from './check-cases.ts';
import { inputError } from './describe-issue.ts';
import { flipRefusedIds } from './flip-refused-ids.ts';

/** A validated input, and what a search's query was repaired to and what to know about its results. */
export interface ReadInput<Input extends z.ZodObject> extends Pick<PreparedArguments, 'repairs' | 'hints'> {
  readonly input: z.output<Input>;
}

/** The validated input alone, as {@link readArguments} reads it. */
export function readInput<Input extends z.ZodObject, Output>(tool: Tool<Input, Output>, raw: unknown): z.output<Input> {
  return readArguments(tool, raw).input;
}

/**
 * Validates a tool's input; throws {@link InputError} with a line per problem. A lone `id` stands for {@link Tool.alias},
 * an id may be a string or an integer, the query of a search is repaired where it can mean one thing only, and the
 * arguments have to fit one of {@link Tool.cases}. `now`, in milliseconds, is what relative dates count from.
 */
export function readArguments<Input extends z.ZodObject, Output>(
  tool: Tool<Input, Output>,
  raw: unknown,
  { now = Date.now(), profile }: { readonly now?: number; readonly profile?: Pick<ApiProfile, 'search'> } = {},
): ReadInput<Input> {
  refuseDepth(raw);
  const { input, repairs, hints } = prepareArguments(tool, resolveAlias(tool, raw ?? {}), {
    now,
    profile: profile?.search,
  });
  const valid = validate(tool, input);
  const problems = checkCases(tool.cases, valid);
  if (problems.length > 0) throw new InputError(problems);
  return { input: valid, repairs, hints };
}

/** Levels that arguments may have: no tool takes a tenth of it, and what reads them calls itself for each. */
const DEEPEST = 100;

function refuseDepth(raw: unknown): void {
  if (!exceeds(raw, { levels: DEEPEST })) return;
  const deep = isRecord(raw) && Object.keys(raw).find((name) => exceeds(raw[name], { levels: DEEPEST - 1 }));
  throw refuse({ argument: (deep || '').slice(0, 100), message: `is nested more than ${DEEPEST} levels deep` });
}

function validate<Input extends z.ZodObject, Output>(tool: Tool<Input, Output>, input: unknown): z.output<Input> {
  const parsed = tool.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const again = tool.input.safeParse(dropRefusedNulls(flipRefusedIds(input, issues), issues));
  if (again.success) return again.data;
  throw inputError(issues, { input, schema: tool.input });
}

/** Models send null for an argument that they leave out; where an argument may be null, none was refused. */
function dropRefusedNulls(input: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (!isRecord(input)) return input;
  const refused = new Set(issues.flatMap(({ path }) => (path.length === 1 ? [path[0]] : [])));
  return Object.fromEntries(Object.entries(input).filter(([key, value]) => value !== null || !refused.has(key)));
}

/** The HTTP request for a validated input; an unsafe path value becomes an {@link InputError} that names its argument. */
export function buildRequest<Input extends z.ZodObject, Output>(
  tool: Tool<Input, Output>,
  input: z.output<Input>,
): ToolRequest {
  try {
    return tool.request(input);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    throw new InputError([{ argument: refusedArgument(tool, input, error), message: error.message }]);
  }
}

/** The argument whose value a path refused; where several have this value, the one without which the path gets further. */
function refusedArgument<Input extends z.ZodObject, Output>(
  tool: Tool<Input, Output>,
  input: z.output<Input>,
  { value, index }: PathError,
): string {
  const names = Object.keys(input).filter((name) => Object.is(own(input, name), value));
  if (names.length < 2) return names[0] ?? '';
  const getsFurther = (name: string): boolean => {
    try {
      tool.request({ ...input, [name]: '1' });
      return true;
    } catch (error) {
      return error instanceof PathError && error.index > index;
    }
  };
  return names.find(getsFurther) ?? '';
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
