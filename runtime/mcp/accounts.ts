import type { Tool } from '@modelcontextprotocol/server';
import type { CatalogEntry } from '../catalog/catalog.ts';
import { FINDERS } from '../discovery/choose-tool.ts';
import { InputError } from '../value/errors.ts';
import { didYouMean } from '../value/nearest.ts';
import { isRecord, own } from '../value/value.ts';
import type { Toolbox } from './toolbox.ts';

/** The argument that says which account a tool works on, where a server is over several. */
const ACCOUNT = 'account';

/** The name of that argument among these tools: another one where a tool has an argument of that name itself. */
export function accountArgument(tools: readonly Pick<CatalogEntry, 'inputSchema'>[]): string {
  const taken = new Set(
    tools.flatMap(({ inputSchema: { properties } }) => (isRecord(properties) ? Object.keys(properties) : [])),
  );
  for (let name = ACCOUNT; ; name = `${name}_to_use`) if (!taken.has(name)) return name;
}

/** Tools of discovery that call nothing, so that no account belongs to them. */
const WITHOUT: ReadonlySet<string> = new Set(Object.values(FINDERS));

/** Accounts of one server, and what one of them is. */
export interface Accounts {
  /** What tells them apart, each another one. */
  readonly labels: readonly string[];
  readonly noun: string;
  /** The argument that names one; `account` unless said otherwise. */
  readonly argument?: string;
  /** Of the labels those that a tool can work on, by the tool's own name; all of them unless given. */
  readonly labelsOf?: ((tool: string) => readonly string[]) | undefined;
}

/** The account that arguments name: as a label has it, or but for the case of its letters; undefined where they name none. */
export function accountIn(args: unknown, labels: readonly string[], argument = ACCOUNT): string | undefined {
  const { named } = takeAccount(args, argument);
  if (typeof named !== 'string') return undefined;
  const [only, ...more] = labels.includes(named) ? [named] : labels.filter((label) => fold(label) === fold(named));
  return more.length === 0 ? only : undefined;
}

/**
 * A toolbox over several accounts: each of its tools has to be told which one, and works on no other. A tool that can work on one
 * alone need not be told. `served` are the own names of the tools behind those that are listed.
 */
export function accountsToolbox(
  { list, resolve, ...toolbox }: Toolbox,
  accounts: Accounts,
  served: ReadonlySet<string>,
): Toolbox {
  const { labels, noun, argument = ACCOUNT, labelsOf = () => labels } = accounts;
  const listed = list();
  const choices = [...served].map((name) => labelsOf(name).length);
  const isChosen = choices.some((count) => count !== 1);
  const isAlwaysChosen = choices.every((count) => count !== 1);
  const tools = listed.tools.map((tool) => {
    if (WITHOUT.has(tool.name)) return tool;
    const own = served.has(tool.name) ? labelsOf(tool.name) : labels;
    if (served.has(tool.name) ? own.length === 1 : !isChosen) return tool;
    const isRequired = served.has(tool.name) || isAlwaysChosen;
    const description = isRequired ? `Which ${noun}` : `Which ${noun}, where more than one has the tool`;
    return withAccount(tool, { name: argument, isRequired, property: { type: 'string', enum: [...own], description } });
  });
  return {
    ...toolbox,
    list: () => ({ ...listed, tools }),
    resolve: (name, args) => {
      if (WITHOUT.has(name)) return resolve(name, args);
      const { named, rest } = takeAccount(args, argument);
      const resolved = resolve(name, rest);
      if ('answer' in resolved) return resolved;
      const own = served.has(resolved.tool) ? labelsOf(resolved.tool) : labels;
      const [only] = own.length === 1 ? own : [];
      const label = accountIn(args, own, argument) ?? (named === undefined ? only : undefined);
      // Each function of a program then works on the one account that it can.
      if (label === undefined && named === undefined && !served.has(resolved.tool) && !isAlwaysChosen) return resolved;
      if (label === undefined) throw unknownAccount(named, { ...accounts, labels: own });
      // Where ids and people are the same in two of them, nothing else would tell that a call went to the wrong one.
      const note = [resolved.note, `This was in the ${noun} ${JSON.stringify(label)}.`].filter(Boolean).join(' ');
      return { ...resolved, note };
    },
  };
}

function withAccount(
  { inputSchema, ...tool }: Tool,
  {
    name,
    isRequired,
    property,
  }: { name: string; isRequired: boolean; property: { type: string; enum: string[]; description: string } },
): Tool {
  const { properties = {}, required = [] } = inputSchema;
  if (Object.hasOwn(properties, name)) throw new Error(`${tool.name} has an argument ${name} of its own.`);
  return {
    ...tool,
    inputSchema: {
      ...inputSchema,
      properties: { [name]: property, ...properties },
      required: isRequired ? [name, ...required] : required,
    },
  };
}

/** What stands for the account, and the arguments without it; a model may put it beside the name of a found tool or among that one's arguments. */
function takeAccount(args: unknown, name: string): { readonly named: unknown; readonly rest: unknown } {
  if (!isRecord(args)) return { named: undefined, rest: args };
  if (Object.hasOwn(args, name)) {
    const { [name]: named, ...rest } = args;
    return { named, rest };
  }
  const inner = own(args, 'arguments');
  if (!isRecord(inner) || !Object.hasOwn(inner, name)) return { named: undefined, rest: args };
  const { [name]: named, ...others } = inner;
  return { named, rest: { ...args, arguments: others } };
}

function unknownAccount(named: unknown, { labels, noun, argument = ACCOUNT, labelsOf }: Accounts): InputError {
  const all = labels.map((label) => JSON.stringify(label)).join(', ');
  const wrong =
    typeof named === 'string'
      ? `no ${noun}${labelsOf === undefined ? '' : ' that has this tool'} is called ${JSON.stringify(named.slice(0, 100))}.${didYouMean(named, labels)}`
      : 'is missing';
  return new InputError([{ argument, message: wrong }], `Say which ${noun} is meant, without guessing: ${all}.`);
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
