import { readFile } from 'node:fs/promises';
import { text as readText } from 'node:stream/consumers';
import type { CatalogInputSchema } from '../../runtime/catalog/catalog.ts';
import { InputError } from '../../runtime/value/errors.ts';
import { isRecord } from '../../runtime/value/value.ts';
import { systemCode } from '../files/system-code.ts';
import { choicesOf, type Schema, schemaWithin, typesOf } from './schema-in.ts';
import { typedValue, type Written } from './typed-value.ts';

/** What a command line says of a tool's arguments. */
export interface ArgumentWords {
  /** `name=value`, one JSON object, or `-` for one on standard input. */
  readonly words: readonly string[];
  /** `name=value`, or `name=@file` for what stands in a file. */
  readonly named: readonly string[];
}

type Values = Map<string, unknown>;

/** Where a value goes, and how it was written. */
interface Assignment extends Written {
  readonly names: readonly string[];
}

/** Reads the arguments of a tool from a command line, by their schema; throws {@link InputError} for what cannot be read. */
export async function readArguments(
  { words, named }: ArgumentWords,
  inputSchema: CatalogInputSchema,
  stdin: NodeJS.ReadableStream = process.stdin,
): Promise<Record<string, unknown>> {
  const objects = words.filter((word) => word === '-' || /^\s*[{[]/.test(word));
  const [object] = objects;
  if (objects.length > 1)
    throw refusal('', 'more than one JSON object was given', 'Give one, and the rest as name=value.');
  const given = object === undefined ? {} : parseObject(object === '-' ? await readText(stdin) : object);
  const pairs = words.filter((word) => word !== object).map((word) => assignment(word, inputSchema));
  const files = await Promise.all(named.map((word) => withFile(assignment(word, inputSchema), stdin)));
  const root: Values = new Map(Object.entries(given));
  for (const [names, value] of grouped([...pairs, ...files], inputSchema)) put(root, names, value);
  const top = choicesOf(inputSchema, inputSchema.$defs);
  return Object.fromEntries(
    [...root].map(([name, value]) => [name, plain(value, choicesWithin(top, name, inputSchema), inputSchema)]),
  );
}

function parseObject(json: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refusal('', `the arguments are no JSON: ${reason}`, HELP);
  }
  if (isRecord(value)) return value;
  throw refusal('', 'the arguments are JSON, but no object', HELP);
}

const HELP = `Give name=value for each argument, or an object in single quotes, such as '{"contact_id":"abc"}'.`;

function assignment(word: string, schema: CatalogInputSchema): Assignment {
  const at = word.indexOf('=');
  if (at < 1) throw refusal('', `${JSON.stringify(word)} is no argument: it has no name before a "="`, HELP);
  const name = word.slice(0, at);
  // A name that has a dot itself goes before one within another.
  const isWhole = isRecord(schema.properties) && Object.hasOwn(schema.properties, name);
  const names = isWhole ? [name] : name.split('.');
  if (names.length > DEEPEST || names.includes(''))
    throw refusal(name, 'is no name of an argument', 'Write names within others with dots, such as source.type=email.');
  return { names, text: word.slice(at + 1) };
}

/** Names within names; no argument is half as deep. */
const DEEPEST = 20;

async function withFile(given: Assignment, stdin: NodeJS.ReadableStream): Promise<Assignment> {
  if (!given.text.startsWith('@')) return given;
  const path = given.text.slice(1);
  const name = given.names.join('.');
  try {
    const bytes = path === '-' ? await readText(stdin) : await readFile(path);
    const text = typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ...given, text, isFile: true };
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not text in UTF-8' : systemCode(error);
    throw refusal(
      name,
      `${path} cannot be read (${reason})`,
      'Name a file with text. A value that begins with @ goes without --arg.',
    );
  }
}

/** What was given for one name is together: more than once, it is a list. */
function grouped(all: readonly Assignment[], schema: CatalogInputSchema): (readonly [readonly string[], unknown])[] {
  const byName = new Map<string, Assignment[]>();
  for (const each of all) byName.set(each.names.join('\0'), [...(byName.get(each.names.join('\0')) ?? []), each]);
  const within = (inner: unknown) => choicesOf(inner, schema.$defs);
  return [...byName.values()].map((list) => {
    const [{ names } = { names: [] }] = list;
    const choices = choicesAt(names, schema);
    const [only, ...more] = list;
    if (only !== undefined && more.length === 0) return [names, typedValue(only, choices, within)];
    const items = within(schemaWithin(choices, '0'));
    if (choices.length > 0 && items.length === 0)
      throw refusal(names.join('.'), 'was given more than once, and is no list', 'Give it once.');
    return [names, list.map((each) => typedValue(each, items, within))];
  });
}

/** What a value at these names may be. */
function choicesAt(names: readonly string[], schema: CatalogInputSchema): readonly Schema[] {
  const top: readonly Schema[] = choicesOf(schema, schema.$defs);
  return names.reduce((choices, name) => choicesWithin(choices, name, schema), top);
}

function choicesWithin(choices: readonly Schema[], name: string, schema: CatalogInputSchema): readonly Schema[] {
  return choicesOf(schemaWithin(choices, name), schema.$defs);
}

function put(root: Values, names: readonly string[], value: unknown): void {
  let at = root;
  for (const [index, name] of names.slice(0, -1).entries()) {
    const there = at.get(name);
    const next: Values = there instanceof Map ? there : new Map(entriesOf(there, names.slice(0, index + 1)));
    at.set(name, next);
    at = next;
  }
  at.set(names.at(-1) ?? '', value);
}

/** Of what JSON has at a name already. */
function entriesOf(value: unknown, names: readonly string[]): [string, unknown][] {
  if (value === undefined) return [];
  if (isRecord(value)) return Object.entries(value);
  if (Array.isArray(value)) return [...value.entries()].map(([index, item]) => [String(index), item]);
  throw refusal(names.join('.'), 'was given twice: as a value, and with names within it', 'Give it in one way.');
}

/** Maps as objects, or as lists where their names count from 0 and a list may be there. */
function plain(value: unknown, choices: readonly Schema[], schema: CatalogInputSchema): unknown {
  if (!(value instanceof Map)) return value;
  const entries = [...value].map(([name, part]): [string, unknown] => [
    String(name),
    plain(part, choicesWithin(choices, String(name), schema), schema),
  ]);
  const isCounted = entries.length > 0 && entries.every(([name], index) => name === String(index));
  const types = typesOf(choices);
  const isList = isCounted && (types.size === 0 || types.has('array'));
  return isList ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

function refusal(argument: string, message: string, help: string): InputError {
  return new InputError([{ argument, message }], help);
}
