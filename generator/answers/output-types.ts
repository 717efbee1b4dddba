import type { ResponseKind } from '../../runtime/tool/tool.ts';
import { comment } from '../inputs/field-words.ts';
import { isObjectType } from '../inputs/is-object-type.ts';
import { keysOf } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { alternatives } from '../normalize/alternatives.ts';
import { isOpenSchema } from '../normalize/open-schema.ts';
import type { PlannedModule, PlannedTool } from '../plan/plan.ts';
import { answerSchema, pageOf } from './answer-types.ts';
import { soleReference, typesOf } from './read-schema.ts';
import { typeNames } from './type-names.ts';
import { type Answering, type TypeTexts, typeTexts } from './type-text.ts';
import { usedTypes } from './used-types.ts';
import { wireMethod } from './wire-method.ts';
import { withoutNull } from './write-type.ts';

/** What one tool answers as TypeScript, as it comes and as a complete answer, and the named types that both are made of. */
export interface OutputType {
  readonly raw: string;
  readonly complete: string;
  readonly names: readonly string[];
}

/** What all tools answer, by tool, and the declarations of the types with names. */
export interface OutputTypes {
  readonly of: ReadonlyMap<PlannedTool, OutputType>;
  readonly declarations: string;
  readonly wire: WireUse;
}

/** What of a description the types of answers name. */
export interface WireUse {
  /** References to shared schemas. */
  readonly schemas: ReadonlySet<string>;
  /** Tools whose answers have no name in the description. */
  readonly answers: ReadonlySet<PlannedTool>;
}

/** Types of answers that say themselves what they hold. */
const PLAIN = {
  text: 'string',
  binary: 'Uint8Array',
  redirect: '{ location: string; status: number }',
  headers: '{ status: number; headers: { [name: string]: string } }',
  none: 'null',
} as const satisfies Record<Exclude<ResponseKind, 'json'>, string>;

/** Names that emitted files use themselves. */
const OURS = [
  ...['Answer', 'Id', 'Items', 'SearchFilter', 'SearchGroup', 'Tool', 'Wire', 'components', 'paths'],
  ...[
    'AsyncGenerator',
    'Awaited',
    'Iterable',
    'NoInfer',
    'NonNullable',
    'Parameters',
    'Promise',
    'ReturnType',
    'Uint8Array',
  ],
];

/** What all tools answer, as TypeScript with a name for each thing; `taken` are names of types that stand elsewhere. */
export function outputTypes(
  modules: readonly PlannedModule[],
  answering: Pick<Answering, 'lookup' | 'timeKeys'>,
  taken: readonly string[],
): OutputTypes {
  const nameOf = typeNames({ taken: [...OURS, ...taken], forms: (name) => [name, completeName(name)] });
  const whole = (ref: string): string => completeName(nameOf(ref));
  const context: Naming = {
    ...answering,
    nameOf,
    types: typeTexts({ ...answering, noise: [], rare: [], whole }),
    raw: new Map(),
    pages: new Map(),
    wire: { schemas: new Set(), answers: new Set() },
  };
  const tools = modules.flatMap((module) => module.tools).toSorted((a, b) => (a.names.tool < b.names.tool ? -1 : 1));
  const of = new Map(tools.map((tool) => [tool, outputOf(tool, context)]));
  // What only other types are made of is nobody's import.
  const used = new Set([...of.values()].flatMap(({ names }) => names));
  const named = [...context.types.named].map(([name, text]) => [name, declared(name, text, used.has(name))] as const);
  const all = [...context.raw, ...named, ...context.pages].sort(([a], [b]) => (a < b ? -1 : 1));
  // A type that grew too long names fewer others than were looked at for it.
  const texts = [...of.values()].flatMap(({ raw, complete, names }) => [raw, complete, ...names]);
  const needed = usedTypes(texts, new Map(all));
  return {
    of,
    declarations: all.flatMap(([name, text]) => (needed.has(name) ? [text] : [])).join('\n\n'),
    wire: context.wire,
  };
}

interface Naming extends Pick<Answering, 'lookup'> {
  readonly nameOf: (ref: string) => string;
  readonly types: TypeTexts;
  /** Declarations by name: of what comes, and of pages with something beside their items. */
  readonly raw: Map<string, string>;
  readonly pages: Map<string, string>;
  readonly wire: { readonly schemas: Set<string>; readonly answers: Set<PlannedTool> };
}

function completeName(name: string): string {
  return `Complete${name}`;
}

function outputOf(tool: PlannedTool, context: Naming): OutputType {
  if (tool.response !== 'json') return { raw: PLAIN[tool.response], complete: PLAIN[tool.response], names: [] };
  const { lookup, types } = context;
  const { pagination } = tool.facts;
  const schema = answerSchema(tool, lookup);
  const { identifier } = tool.names;
  // Items are found in an answer of which nothing is declared, and nothing is known of them.
  if (schema === undefined || (pagination && isOpenSchema(schema, lookup))) {
    const nothing = pagination ? 'Page<unknown>' : 'unknown';
    return { raw: nothing, complete: nothing, names: [] };
  }
  const page = pagination && pageOf(schema, pagination, { types, lookup });
  const one = page ? page.item : schema;
  const own = `${identifier}_${page ? 'item' : 'answer'}`;
  const answer = answerText(tool);
  const expression = pagination ? `Items<${answer}, ${JSON.stringify(pagination.items)}>` : answer;
  const raw = rawType(isRecord(one) ? one : {}, { tool, own, expression }, context);
  const complete = types.asNamed(withoutNull(types.of(one)), own);
  const names = [raw, ...(complete.match(/\bComplete\w+/g) ?? [])].filter((name) => isDeclared(name, context));
  if (!page) return { raw, complete, names };
  if (page.beside.length === 0) return { raw: `Page<${raw}>`, complete: `Page<${complete}>`, names };
  const name = completeName(context.nameOf(`answers/${identifier}_page`));
  context.pages.set(name, `export interface ${name} extends Page<${complete}> { ${page.beside.join('; ')} }`);
  return { raw: `Page<${raw}>`, complete: name, names: [...names, name] };
}

function isDeclared(name: string, { raw, types, pages }: Naming): boolean {
  return raw.has(name) || types.named.has(name) || pages.has(name);
}

interface RawFrom {
  readonly tool: PlannedTool;
  readonly own: string;
  readonly expression: string;
}

/** What comes by its name, where it is more than a plain value. */
function rawType(schema: Json, from: RawFrom, context: Naming): string {
  const { lookup, nameOf, raw, wire: used } = context;
  const { tool, own, expression } = from;
  const ref = soleReference(schema);
  const isShared = ref !== undefined && isSharedSchema(ref, lookup);
  const forms = alternatives(schema, lookup).map((form) => form.schema);
  const kinds = forms.map((form) => typesOf(form).filter((type) => type !== 'null'));
  const name = nameOf(isShared ? ref : `answers/${own}`);
  const wire = isShared ? `Wire<${JSON.stringify(keysOf(ref).at(-1))}>` : expression;
  if (raw.has(name)) return name;
  if (isShared) used.schemas.add(ref);
  else used.answers.add(tool);
  const isObject = kinds.length === 1 && kinds[0]?.length === 1 && kinds[0][0] === 'object';
  raw.set(
    name,
    isObject && !forms.some(hasMixedKeys)
      ? `export interface ${name} extends ${wire} {}`
      : `export type ${name} = ${wire};`,
  );
  const members = isObject ? [] : sharedForms((isShared ? lookup(ref) : undefined) ?? schema, lookup);
  const types = members.map((member) => rawType({ $ref: member }, from, context));
  // A union that is written out goes by its name.
  if (types.length > 1 && !types.includes(name)) raw.set(name, `export type ${name} = ${types.join(' | ')};`);
  return name;
}

/** Named keys that need not be as the other keys are: an interface could not extend that. */
function hasMixedKeys({ properties, additionalProperties }: Json): boolean {
  return isRecord(properties) && isRecord(additionalProperties);
}

/** The shared schemas that a schema is one of; none where it is anything else as well. */
function sharedForms({ oneOf, anyOf = oneOf, ...beside }: Json, lookup: Answering['lookup']): string[] {
  const forms: readonly unknown[] = Array.isArray(anyOf) ? anyOf : [];
  const refs = forms.map((form) => (isRecord(form) ? soleReference(form) : undefined));
  const isAll = refs.every((ref) => ref !== undefined && isSharedSchema(ref, lookup));
  const isAlone = Object.keys(beside).every((key) =>
    ['description', 'discriminator', 'nullable', 'title'].includes(key),
  );
  return isAll && isAlone ? refs.filter((ref) => ref !== undefined) : [];
}

function isSharedSchema(ref: string, lookup: Answering['lookup']): boolean {
  return /^#\/components\/schemas\/[^/]+$/.test(ref) && lookup(ref) !== undefined;
}

/** The answer as the static types of the description have it. */
function answerText({ status, mediaType, path, method }: PlannedTool): string {
  const key = status !== undefined && /^\d+$/.test(status) ? status : JSON.stringify(status);
  const media = mediaType === 'application/json' ? '' : `, ${JSON.stringify(mediaType)}`;
  const where = key === '200' && media === '' ? '' : `, ${key}${media}`;
  return `Answer<paths, ${JSON.stringify(path)}, '${wireMethod(method)}'${where}>`;
}

function declared(name: string, text: string, isExported: boolean): string {
  const words = `${comment('As a complete answer has it.')}${isExported ? 'export ' : ''}`;
  return isObjectType(text) ? `${words}interface ${name} ${text}` : `${words}type ${name} = ${text};`;
}
