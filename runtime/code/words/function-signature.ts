import type { CatalogEntry } from '../../catalog/catalog.ts';
import { propertiesOf } from '../../catalog/schema-properties.ts';
import { schemaComment } from '../../discovery/schema-comment.ts';
import { propertyName, schemaType } from '../../discovery/schema-type.ts';
import { typeNames } from '../../discovery/signature.ts';
import { isRecord } from '../../value/value.ts';
import { type FilterWords, filterType, readQuery, SEARCH_TYPES } from './filter-type.ts';
import { functionName } from './function-names.ts';

/** How a function is declared, and the types of its arguments. */
export interface FunctionSignature {
  /** `name(args: {…}): Promise<…>`, as a member of an object type. */
  readonly text: string;
  /** Its parts: `name(args: {…})`, and the type of what is promised. */
  readonly takes: string;
  readonly answer: string;
  /** By name, each without `type X =`. */
  readonly types: Readonly<Record<string, string>>;
  /** What the types cannot say of the arguments; empty for most. */
  readonly note: string;
  /** True for a list that goes on. */
  readonly isPaged: boolean;
}

/** What the signature of a function is made with. */
export interface SignatureContext {
  /** The type of what it answers. */
  readonly answer: string;
  readonly search?: FilterWords | undefined;
  /** Names of types that mean something else. */
  readonly taken?: Iterable<string>;
}

/** The declaration of a function, as the compiler takes it; arguments that choose what to show are left out: programs see it all. */
export function functionSignature(
  entry: Pick<CatalogEntry, 'name' | 'function' | 'access' | 'inputSchema'>,
  { answer, search, taken = [] }: SignatureContext,
): FunctionSignature {
  const { inputSchema } = entry;
  const callee = functionName(entry);
  const name = /^[A-Za-z_$][\w$]*$/.test(callee) ? callee : JSON.stringify(callee);
  const defs = isRecord(inputSchema.$defs) ? Object.entries(inputSchema.$defs) : [];
  const names = typeNames(
    defs.map(([def]) => `${callee}${capital(def)}`),
    taken,
  );
  const own = new Map(defs.map(([def]) => [def, names.get(`${callee}${capital(def)}`) ?? 'unknown']));
  const filters = new Map(defs.map(([def, schema]) => [def, filterType(schema, search)]));
  const types = defs.map(
    ([def, schema]) => [own.get(def) ?? def, filters.get(def)?.type ?? schemaType(schema, own, 'typescript')] as const,
  );
  const notes: string[] = [];
  const { properties, required } = propertiesOf(inputSchema);
  const shown = properties.filter(([key, schema]) => entry.access === 'write' || !choosesShown(key, schema));
  const members = shown.map(([key, schema]) => {
    const said = PAGING.has(key) ? [] : schemaComment(schema);
    const comment = said.length === 0 ? '' : ` /* ${said.join('; ')} */`;
    const query = readQuery(schema);
    const filter = query && filters.get(query.def);
    if (query === undefined || filter === undefined)
      return `${propertyName(key, required)}: ${schemaType(schema, own, 'typescript')}${comment}`;
    notes.push(filter.note);
    return `${propertyName(key, required)}: Query<${own.get(query.def)}>${comment}`;
  });
  const args = members.length === 0 ? '' : `args${required.size > 0 ? '' : '?'}: {${members.join(', ')}}`;
  const takes = `${name}(${args})`;
  return {
    text: `${takes}: Promise<${answer}>`,
    takes,
    answer,
    types: { ...(notes.length > 0 && SEARCH_TYPES), ...Object.fromEntries(types) },
    note: notes.filter((note) => note !== '').join('; '),
    isPaged: properties.some(([key]) => key === 'next_cursor'),
  };
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

/** What every list says of them is said once. */
const PAGING: ReadonlySet<string> = new Set(['limit', 'next_cursor']);

/** The client's own arguments about what to show of an answer. */
function choosesShown(key: string, schema: unknown): boolean {
  return /^parts_(?:cursor|order|contains|from|since|until)$/.test(key) || (key === 'fields' && isNames(schema));
}

function isNames(schema: unknown): boolean {
  return JSON.stringify(schema) === '{"type":"array","items":{"type":"string"}}';
}
