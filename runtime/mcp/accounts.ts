import type { Tool } from '@modelcontextprotocol/server';
import { FINDERS } from '../discovery/choose-tool.ts';
import { InputError } from '../value/errors.ts';
import { didYouMean } from '../value/nearest.ts';
import { isRecord, own } from '../value/value.ts';
import type { Toolbox } from './toolbox.ts';

/** The argument that says which account a tool works on, where a server is over several. */
const ACCOUNT = 'account';

/** Tools of discovery that call nothing, so that no account belongs to them. */
const WITHOUT: ReadonlySet<string> = new Set(Object.values(FINDERS));

/** Accounts of one server, and what one of them is. */
export interface Accounts {
  /** What tells them apart, each another one. */
  readonly labels: readonly string[];
  readonly noun: string;
}

/** The account that arguments name: as a label has it, or but for the case of its letters; undefined where they name none. */
export function accountIn(args: unknown, labels: readonly string[]): string | undefined {
  const { named } = takeAccount(args);
  if (typeof named !== 'string') return undefined;
  const [only, ...more] = labels.includes(named) ? [named] : labels.filter((label) => fold(label) === fold(named));
  return more.length === 0 ? only : undefined;
}

/** A toolbox over several accounts: each of its tools has to be told which one, and works on no other. */
export function accountsToolbox({ list, resolve, ...toolbox }: Toolbox, { labels, noun }: Accounts): Toolbox {
  const listed = list();
  const property = { type: 'string', enum: [...labels], description: `Which ${noun}` };
  const tools = listed.tools.map((tool) => (WITHOUT.has(tool.name) ? tool : withAccount(tool, property)));
  return {
    ...toolbox,
    list: () => ({ ...listed, tools }),
    resolve: (name, args) => {
      if (WITHOUT.has(name)) return resolve(name, args);
      const { named, rest } = takeAccount(args);
      const label = accountIn(args, labels);
      const resolved = resolve(name, rest);
      if ('answer' in resolved) return resolved;
      if (label === undefined) throw unknownAccount(named, { labels, noun });
      // Where ids and people are the same in two of them, nothing else would tell that a call went to the wrong one.
      const note = [resolved.note, `This was in the ${noun} ${JSON.stringify(label)}.`].filter(Boolean).join(' ');
      return { ...resolved, note };
    },
  };
}

function withAccount(
  { inputSchema, ...tool }: Tool,
  property: { type: string; enum: string[]; description: string },
): Tool {
  const { properties = {}, required = [] } = inputSchema;
  if (Object.hasOwn(properties, ACCOUNT)) throw new Error(`${tool.name} has an argument ${ACCOUNT} of its own.`);
  return {
    ...tool,
    inputSchema: {
      ...inputSchema,
      properties: { [ACCOUNT]: property, ...properties },
      required: [ACCOUNT, ...required],
    },
  };
}

/** What stands for the account, and the arguments without it; a model may put it beside the name of a found tool or among that one's arguments. */
function takeAccount(args: unknown): { readonly named: unknown; readonly rest: unknown } {
  if (!isRecord(args)) return { named: undefined, rest: args };
  if (Object.hasOwn(args, ACCOUNT)) {
    const { [ACCOUNT]: named, ...rest } = args;
    return { named, rest };
  }
  const inner = own(args, 'arguments');
  if (!isRecord(inner) || !Object.hasOwn(inner, ACCOUNT)) return { named: undefined, rest: args };
  const { [ACCOUNT]: named, ...others } = inner;
  return { named, rest: { ...args, arguments: others } };
}

function unknownAccount(named: unknown, { labels, noun }: Accounts): InputError {
  const all = labels.map((label) => JSON.stringify(label)).join(', ');
  const wrong =
    typeof named === 'string'
      ? `no ${noun} is called ${JSON.stringify(named.slice(0, 100))}.${didYouMean(named, labels)}`
      : 'is missing';
  return new InputError(
    [{ argument: ACCOUNT, message: wrong }],
    `Say which ${noun} is meant, without guessing: ${all}.`,
  );
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
