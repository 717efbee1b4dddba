import * as z from 'zod';
import { FILTER_METHODS } from '../catalog/filter.ts';
import { inputError } from '../input/describe-issue.ts';
import { openArguments } from '../input/open-arguments.ts';
import { isRecord } from '../value/value.ts';

/** Tools that one search may answer. */
const MOST_RESULTS = 10;

/** Tools that one description may cover. */
export const MOST_DESCRIBED = 5;

const name = z.string().min(1);

/** Arguments of `search_tools`. */
export const searchInput = z.strictObject({
  query: z.string().min(1).describe('What to do, in a few words'),
  tags: z.array(z.string()).optional(),
  methods: z.array(z.enum(FILTER_METHODS)).optional(),
  limit: z.int().min(1).max(MOST_RESULTS).optional().describe('Default 5'),
});

/** Arguments of `describe_tools`. */
export const describeInput = z.strictObject({ names: z.array(name).min(1).describe(`Up to ${MOST_DESCRIBED}`) });

/** Arguments of `call_read_tool` and `call_write_tool`. */
export const callInput = z.strictObject({
  name: name.describe('Name of the tool'),
  // Whatever stands here is checked by the tool itself, as in a call without discovery.
  arguments: z.unknown().optional().meta({ type: 'object', properties: {}, description: "The tool's own arguments" }),
});

/**
 * Reads the arguments of one of the discovery tools; throws {@link InputError} with a line per problem. Where the
 * intent is certain it is repaired: null or an empty list counts as left out, a lone text as a list of one, an object
 * written as JSON as that object, a larger limit as the largest; what clients add for themselves is left out.
 */
export function readDiscoveryInput<Input extends z.ZodObject>(schema: Input, raw: unknown): z.output<Input> {
  const input = repair(openArguments(schema, raw, UNTOLD));
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw inputError(parsed.error.issues, { input, schema });
}

/** Where only what surrounds the arguments is repaired, nothing is left to tell. */
const UNTOLD = { repair: () => undefined };

/** What a caller was given: the tool's name, its arguments, and a word where these stood in the wrong place. */
export interface CallInput {
  readonly name: string;
  readonly arguments: unknown;
  readonly note?: string;
}

/** Reads the arguments of a caller as {@link readDiscoveryInput}; a tool's own arguments that stand beside its name are taken too. */
export function readCall(raw: unknown): CallInput {
  const given = openArguments(callInput, raw, UNTOLD);
  const { name, ...beside } = given;
  const isFlat = beside.arguments === undefined && Object.values(beside).some((value) => value !== undefined);
  const input = readDiscoveryInput(callInput, isFlat ? { name, arguments: beside } : given);
  const note = "A tool's own arguments stand in arguments, not beside name; they were taken from there.";
  return { name: input.name, arguments: input.arguments ?? {}, ...(isFlat && { note }) };
}

const LISTS: ReadonlySet<string> = new Set(['tags', 'methods', 'names']);

function repair(raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(raw).filter(([, value]) => value !== null && !(Array.isArray(value) && !value.length));
  return Object.fromEntries(kept.map(([key, value]) => [key, repairValue(key, value)]));
}

function repairValue(key: string, value: unknown): unknown {
  if (key === 'limit' && typeof value === 'number') return Math.min(value, MOST_RESULTS);
  if (typeof value !== 'string') return value;
  if (LISTS.has(key)) return value.split(',').map((part) => part.trim());
  return key === 'arguments' ? parseObject(value) : value;
}

function parseObject(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : text;
  } catch {
    return text;
  }
}
