import type { CatalogEntry } from '../catalog/catalog.ts';
import type { ServedWords } from '../catalog/served-words.ts';
import { InputError } from '../value/errors.ts';
import { isRecord } from '../value/value.ts';
import { callArguments } from './call-arguments.ts';
import { errorFields, WorldError } from './error-fields.ts';
import { LONGEST_REQUEST } from './prelude.ts';

/** What a call came to: its answer, or the number of a write that a dry run has planned. */
export type Called = { readonly value: unknown } | { readonly planned: number };

/** What the functions of a program do. */
export interface World {
  /** The tool that a program calls by this name, or called so before; throws a {@link ToolkitError} for a name that none has. */
  readonly find: (name: string) => CatalogEntry;
  readonly call: (entry: CatalogEntry, args: unknown) => Promise<Called>;
  /** All pages of a list, at most so many items. */
  readonly pages: (entry: CatalogEntry, args: unknown, max: number) => AsyncGenerator<readonly unknown[], void>;
  /** What tools are found by words, and how the named ones are called, as texts for a model. */
  readonly search: (args: unknown) => Promise<string>;
  readonly describe: (args: unknown) => Promise<string>;
  /** Names functions in texts that name tools. */
  readonly words: ServedWords;
}

/** Answers what the prelude of a program asks, at most so often: JSON in, JSON out, a failure as `error`. */
export function createAnswers(
  { find, call, pages, search, describe, words }: World,
  most: number,
): (request: string) => Promise<string> {
  let asked = 0;
  const walks: AsyncGenerator<readonly unknown[], void>[] = [];

  async function answer({ op, name, args, options, walk }: Request): Promise<object> {
    switch (op) {
      case 'call': {
        const entry = find(name);
        return call(entry, callArguments(entry, args));
      }
      case 'open': {
        const entry = find(name);
        walks.push(pages(entry, callArguments(entry, args), mostItems(options)));
        return { walk: walks.length - 1 };
      }
      case 'next': {
        const next = await walks[walk]?.next();
        return next === undefined || next.done === true ? { page: [], done: true } : { page: next.value, done: false };
      }
      case 'search':
        return { value: await search(args[0]) };
      case 'describe':
        return { value: await describe(args.length > 1 ? args : args[0]) };
    }
  }

  return async (text) => {
    let name = '';
    asked += 1;
    try {
      if (asked > most || text.length > LONGEST_REQUEST) throw tooMuch();
      const request = readRequest(text);
      name = request.name;
      return JSON.stringify(await answer(request));
    } catch (error) {
      return JSON.stringify({ error: errorFields(error, name, words) });
    }
  };
}

/** Before anything is read of it: what is asked without an end would keep the host busy. */
function tooMuch(): WorldError {
  return new WorldError('limit', 'this program asks for too much', 'Return what was found so far.');
}

const OPS = ['call', 'open', 'next', 'search', 'describe'] as const;

interface Request {
  readonly op: (typeof OPS)[number];
  readonly name: string;
  readonly args: readonly unknown[];
  readonly options: unknown;
  readonly walk: number;
}

/** What a program asks is foreign: it may have got hold of what the prelude asks with. */
function readRequest(text: string): Request {
  const given: unknown = JSON.parse(text);
  const { op, name, args, options, walk } = isRecord(given) ? given : {};
  return {
    op: OPS.find((known) => known === op) ?? 'next',
    name: typeof name === 'string' ? name.slice(0, LONGEST_NAME) : '',
    args: Array.isArray(args) ? args : [],
    options,
    walk: typeof walk === 'number' ? walk : -1,
  };
}

const LONGEST_NAME = 200;

/** `max`, or what models call it as well, of the options of a walk. */
function mostItems(options: unknown): number {
  const { max, maxItems, limit } = isRecord(options) ? options : {};
  const most = (typeof options === 'number' ? options : undefined) ?? max ?? maxItems ?? limit;
  if (most === undefined || most === null) return Number.POSITIVE_INFINITY;
  const number = Number(most);
  if (number > 0) return number;
  throw new InputError([{ argument: 'max', message: 'must be a positive number' }], 'Leave it out for all items.');
}
