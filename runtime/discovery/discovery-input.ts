import * as z from 'zod';
import { FILTER_METHODS } from '../catalog/filter.ts';
import { inputError } from '../input/describe-issue.ts';
import { parseContainer } from '../input/json-value.ts';
import { openArguments } from '../input/open-arguments.ts';
import { readProperties } from '../input/read-value.ts';
import { takeNotes } from '../search/notes.ts';

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
 * Reads the arguments of one of the discovery tools as those of any tool; throws {@link InputError} with a line per
 * problem. An empty list counts as left out, and a larger limit as the largest.
 */
export function readDiscoveryInput<Input extends z.ZodObject>(schema: Input, raw: unknown): z.output<Input> {
  const notes = takeNotes();
  const given = Object.entries(openArguments(schema, raw, notes)).flatMap(([key, value]) =>
    Array.isArray(value) && value.length === 0 ? [] : [[key, key === 'arguments' ? opened(value) : value]],
  );
  const read = readProperties(schema, Object.fromEntries(given), '', { now: 0, dropsNull: true, notes });
  const input = typeof read.limit === 'number' ? { ...read, limit: Math.min(read.limit, MOST_RESULTS) } : read;
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw inputError(parsed.error.issues, { input, schema });
}

/** Arguments that are written as JSON text, or null for none. */
function opened(value: unknown): unknown {
  return (typeof value === 'string' ? parseContainer(value) : value) ?? value ?? undefined;
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
