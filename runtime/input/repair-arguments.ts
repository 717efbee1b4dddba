import type { CallingProfile } from '../profile/calling-profile.ts';
import type { NameFinder } from '../search/name-finder.ts';
import { takeNotes } from '../search/notes.ts';
import { type PreparedArguments, prepareArguments } from '../search/prepare-arguments.ts';
import { type ObjectSchema, objectSchema } from '../tool/object-schema.ts';
import type { Tool } from '../tool/tool.ts';
import { InputError, type InputProblem } from '../value/errors.ts';
import { exceeds } from '../value/exceeds.ts';
import { isRecord } from '../value/value.ts';
import { fillIn } from './fill-in.ts';
import { noteExtraKeys } from './note-extra.ts';
import { readNulls } from './null-value.ts';
import { openArguments } from './open-arguments.ts';
import { readProperties } from './read-value.ts';

/** What arguments are read with: `now`, in milliseconds, is what relative dates count from. */
export interface ReadingContext {
  readonly now?: number | undefined;
  readonly profile?: Pick<CallingProfile, 'search'> | undefined;
  /** Finds the ids of names in searches. */
  readonly names?: NameFinder | undefined;
}

/** What of a tool its arguments are read by. */
export type ReadTool = Pick<Tool, 'access' | 'alias' | 'cases' | 'class' | 'input' | 'nulls' | 'search'>;

/**
 * Arguments as the tool's schema wants them, where they can mean one thing only; what cannot be read stays as it is for
 * the check. A lone `id` stands for {@link Tool.alias}. Throws {@link InputError} for what is no object, is nested too deep,
 * is no query of a search, or would clear what null cannot clear.
 */
export function repairArguments(
  tool: ReadTool,
  raw: unknown,
  { now = Date.now(), profile, names }: ReadingContext = {},
): PreparedArguments {
  refuseDepth(raw);
  const notes = takeNotes();
  const schema = objectSchema(tool);
  const { shape } = schema;
  const opened = resolveAlias(
    { alias: tool.alias, shape },
    openArguments({ shape, isClosed: isClosed(schema) }, raw, notes),
  );
  const present = readNulls({ class: tool.class, nulls: tool.nulls, shape }, opened, notes);
  const prepared = prepareArguments(tool, present, { now, profile: profile?.search, names });
  const { query, ...others } = prepared.input;
  const reading = { now: Math.floor(now / 1000), dropsNull: tool.class !== 'update', notes };
  // The query of a search is as it is sent by now.
  const isSearch = tool.search !== undefined && query !== undefined;
  const read = readProperties({ shape }, isSearch ? others : prepared.input, '', reading);
  const input = fillIn({ cases: tool.cases, shape }, isSearch ? { query, ...read } : read, notes);
  noteExtraKeys(schema, input, notes);
  return { ...prepared, input, repairs: [...notes.repairs, ...prepared.repairs] };
}

/** Whether a tool takes no keys but its arguments. */
function isClosed({ _zod }: ObjectSchema): boolean {
  return (_zod.def.catchall?._zod.def.type ?? 'never') === 'never';
}

/** Levels that arguments may have: no tool takes a tenth of it, and what reads them calls itself for each. */
const DEEPEST = 100;

function refuseDepth(raw: unknown): void {
  if (!exceeds(raw, { levels: DEEPEST })) return;
  const deep = isRecord(raw) && Object.keys(raw).find((name) => exceeds(raw[name], { levels: DEEPEST - 1 }));
  throw refuse({ argument: (deep || '').slice(0, 100), message: `is nested more than ${DEEPEST} levels deep` });
}

function resolveAlias(
  { alias, shape }: { alias: string | undefined; shape: ObjectSchema['shape'] },
  raw: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (alias === undefined || !Object.hasOwn(raw, 'id') || Object.hasOwn(shape, 'id')) return raw;
  const { id, ...rest } = raw;
  if (!Object.hasOwn(raw, alias)) return { [alias]: id, ...rest };
  if (String(raw[alias]) === String(id)) return rest;
  throw refuse({ argument: 'id', message: `stands for ${alias}, and the two differ: give ${alias} alone` });
}

function refuse(problem: InputProblem) {
  return new InputError([problem]);
}
