import { InputError } from '../value/errors.ts';

/** Characters that a tool's name may have: model APIs refuse longer ones. */
const LONGEST = 64;

/** Names of tools as a server's clients know them, and back. */
export interface Prefix {
  /** A tool's name for clients. */
  readonly add: (name: string) => string;
  /** The own name of a tool that clients know by this one; undefined for a name that is none of theirs. */
  readonly strip: (shown: string) => string | undefined;
  /** A text of ours in which each tool stands as clients know it. */
  readonly show: (text: string) => string;
  /** A text of a client in which each tool stands by its own name. */
  readonly read: (text: string) => string;
}

/**
 * Puts a prefix, or nothing, before these names, and before names that tools had; throws {@link InputError} for a prefix that makes
 * no name, or one that is too long.
 */
export function createPrefix(prefix: string, names: Iterable<string>, formerNames: Iterable<string> = []): Prefix {
  const current = new Set(names);
  const own = new Set([...current, ...formerNames]);
  if (prefix === '')
    return { add: same, strip: (shown) => (own.has(shown) ? shown : undefined), show: same, read: same };
  checkPrefix(prefix, current);
  const strip: Prefix['strip'] = (shown) => {
    const name = shown.startsWith(prefix) ? shown.slice(prefix.length) : undefined;
    return name !== undefined && own.has(name) ? name : undefined;
  };
  return {
    add: (name) => prefix + name,
    strip,
    // A name of one word may be a word of the sentence as well.
    show: (text) => text.replace(WORD, (word) => (own.has(word) && word.includes('_') ? prefix + word : word)),
    read: (text) => text.replace(WORD, (word) => strip(word) ?? word),
  };
}

/** Throws {@link InputError} where this prefix cannot stand before these names. */
export function checkPrefix(prefix: string, names: Iterable<string>): void {
  if (!/^[a-zA-Z0-9_-]+$/.test(prefix))
    throw new InputError(
      [{ argument: 'prefix', message: 'names of tools have letters of ASCII, digits, _ and - alone' }],
      'Use a prefix such as acme_.',
    );
  const long = [...names].filter((name) => prefix.length + name.length > LONGEST);
  if (long.length === 0) return;
  const room = Math.max(0, LONGEST - Math.max(...long.map((name) => name.length)));
  const shown = long.slice(0, MOST_SHOWN).join(', ') + (long.length > MOST_SHOWN ? ', …' : '');
  throw new InputError(
    [{ argument: 'prefix', message: `makes names of more than ${LONGEST} characters: ${shown}` }],
    `Use a prefix of at most ${room} characters, or leave these tools out.`,
  );
}

function same(text: string): string {
  return text;
}

const MOST_SHOWN = 3;

const WORD = /[\w-]+/g;
