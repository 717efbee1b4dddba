import type * as z from 'zod';
import type { Notes } from '../search/notes.ts';
import type { ObjectSchema } from '../tool/object-schema.ts';
import type { Tool } from '../tool/tool.ts';
import { InputError, type InputProblem } from '../value/errors.ts';

/** So many nulls, with every argument there is, come from a client that fills in what its model left out. */
const MANY = 3;

/**
 * Arguments in which null means something: as the API has it where it clears, what {@link Tool.nulls} says, or an argument
 * that was left out. Throws {@link InputError} for a null on an update that would clear, and does not.
 */
export function readNulls(
  {
    class: kind,
    shape,
    nulls = {},
  }: Pick<Tool, 'class'> & Pick<ObjectSchema, 'shape'> & { nulls: Tool['nulls'] | undefined },
  raw: Readonly<Record<string, unknown>>,
  notes: Pick<Notes, 'became' | 'repair'>,
): Readonly<Record<string, unknown>> {
  const names = Object.keys(raw).filter((name) => raw[name] === null && schemaOf(shape, name) !== undefined);
  if (names.length === 0) return raw;
  const read = { ...raw };
  const optional = names.filter((name) => schemaOf(shape, name)?.safeParse(undefined).success);
  if (optional.length >= MANY && Object.keys(shape).every((name) => Object.hasOwn(raw, name))) {
    for (const name of optional) delete read[name];
    notes.repair(`null was taken as left out for ${optional.length} arguments, as all arguments were given`);
    return read;
  }
  const problems: InputProblem[] = [];
  for (const name of names) {
    const schema = schemaOf(shape, name);
    if (Object.hasOwn(nulls, name)) {
      read[name] = nulls[name];
      notes.became(name, null, nulls[name]);
    } else if (schema?.safeParse(null).success === false && optional.includes(name)) {
      if (kind === 'update') {
        const keeps = meaningOnUpdate(schema);
        if (keeps === undefined) notes.repair(`${name}: null was left out, it changes nothing`);
        else problems.push({ argument: name, message: keeps });
      }
      delete read[name];
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return read;
}

/** Why a null is refused on an update; `undefined` for what cannot be empty, where null can only mean that it was left out. */
function meaningOnUpdate(schema: z.core.$ZodType): string | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return meaningOnUpdate(def.innerType);
  if (def.type === 'boolean' || def.type === 'enum' || def.type === 'literal') return undefined;
  const empty = def.type === 'array' ? ', or give [] for none' : '';
  return `null does not clear it: leave it out to keep what is there${empty}`;
}

function schemaOf(shape: ObjectSchema['shape'], name: string): z.ZodType | undefined {
  // The shape of an object holds such schemas; its own type says no more than that they are some.
  return Object.hasOwn(shape, name) ? (shape[name] as z.ZodType) : undefined;
}
