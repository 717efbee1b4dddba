import { readBoolean } from '../input/scalar-value.ts';
import { objectSchema } from '../tool/object-schema.ts';
import type { Tool } from '../tool/tool.ts';
import { InputError } from '../value/errors.ts';
import { isRecord, isStrings } from '../value/value.ts';

/** What every tool that writes accepts beside its own arguments. */
export interface ReservedArguments {
  /** Answer the request that would be sent, and send nothing. */
  readonly dryRun: boolean;
  readonly confirmationToken: string | undefined;
  /** What to answer instead of what was changed, by dotted names. */
  readonly fields?: readonly string[] | undefined;
  /** The tool's own arguments. */
  readonly args: unknown;
}

/** JSON Schema of what every tool that writes lists: schemas are closed, and what none of them has nobody dares to send. */
export const DRY_RUN_SCHEMA = { dry_run: { type: 'boolean' } };

/** JSON Schema of what is listed as well where writes have to be confirmed. */
export const CONSENT_SCHEMA = {
  confirmation_token: { type: 'string', description: 'Only as an earlier answer gave it' },
};

/** Takes the reserved arguments out; a tool that only reads has none, and an argument that the tool has itself is its own. */
export function takeReserved(tool: Pick<Tool, 'access' | 'input'>, raw: unknown): ReservedArguments {
  if (tool.access === 'read' || !isRecord(raw)) return { dryRun: false, confirmationToken: undefined, args: raw };
  const args = { ...raw };
  const { shape } = objectSchema(tool);
  const take = (name: string, type: 'boolean' | 'string'): unknown => {
    if (Object.hasOwn(shape, name) || !Object.hasOwn(args, name)) return undefined;
    const given = args[name] ?? undefined;
    const value = type === 'boolean' ? (readBoolean(given) ?? given) : given;
    delete args[name];
    const article = type === 'boolean' ? 'true or false' : 'a text';
    if (value !== undefined && typeof value !== type) {
      throw new InputError([{ argument: name, message: `must be ${article}, without it nothing was sent` }]);
    }
    return value;
  };
  const dryRun = take('dry_run', 'boolean') === true;
  const token = take('confirmation_token', 'string');
  const isOurs = !Object.hasOwn(shape, 'fields');
  const fields = isOurs ? readFields(args.fields) : undefined;
  if (isOurs) delete args.fields;
  return { dryRun, confirmationToken: typeof token === 'string' ? token : undefined, fields, args };
}

/** Names as a list, as the text of one, or with commas; a write is not made where they are something else. */
function readFields(raw: unknown): readonly string[] | undefined {
  if (raw === undefined || raw === null) return undefined;
  const list: unknown = typeof raw === 'string' ? parseList(raw) : raw;
  if (isStrings(list)) return list;
  throw new InputError([
    { argument: 'fields', message: 'must be a list of dotted names, for example ["id"]; nothing was sent' },
  ]);
}

function parseList(text: string): unknown {
  if (!text.trimStart().startsWith('[')) return text.split(',');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
