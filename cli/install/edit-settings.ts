import { isDeepStrictEqual } from 'node:util';
import jsonc from 'jsonc-parser';
import { ConfigError } from '../../runtime/value/errors.ts';
import { isRecord, own } from '../../runtime/value/value.ts';

/** A server in a client's settings: the object that it is in, its name, and what stands there; undefined takes it out. */
export interface Edit {
  readonly key: string;
  readonly name: string;
  readonly entry: object | undefined;
  /** Whether a server that somebody else put there may be replaced. */
  readonly force: boolean;
}

/** Settings after an edit, and what that did. */
export interface Edited {
  readonly text: string;
  readonly action: 'add' | 'replace' | 'remove' | 'none';
}

/** Puts a server into settings, or takes it out; all else in them stays as it is, comments too. Throws {@link ConfigError} for settings that are broken, and for a server of that name that is not ours. */
export function editSettings(path: string, before: string, { key, name, entry, force }: Edit): Edited {
  const mark = before.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const text = before.slice(mark.length);
  const settings = parse(path, text.trim() === '' ? '{}' : text);
  const servers = own(settings, key);
  if (servers !== undefined && !isRecord(servers)) throw broken(path, `"${key}" is no object`);
  const there = own(servers, name);
  if (isDeepStrictEqual(there, entry)) return { text: before, action: 'none' };
  if (there !== undefined && !force && !isOurs(there))
    throw new ConfigError(
      `${path} has a server ${JSON.stringify(name)} already, which is not this one.`,
      'Give this one another name with --name, or replace that with --force.',
    );
  const edits = jsonc.modify(text.trim() === '' ? '{}' : text, [key, name], entry, {
    formattingOptions: {
      insertSpaces: !/^\t/m.test(text),
      tabSize: /^( +)\S/m.exec(text)?.[1]?.length ?? 2,
      eol: text.includes('\r\n') ? '\r\n' : '\n',
    },
  });
  const after = jsonc.applyEdits(text.trim() === '' ? '{}' : text, edits);
  // Whoever edits a file by its places wants to know that it came out right.
  const result = own(own(parse(path, after), key), name);
  if (!isDeepStrictEqual(result, entry)) throw broken(path, `"${name}" stands in it more than once`);
  const end = after.endsWith('\n') ? '' : '\n';
  const action = entry === undefined ? 'remove' : there === undefined ? 'add' : 'replace';
  return { text: `${mark}${after}${end}`, action };
}

const BYTE_ORDER_MARK = '\uFEFF';

function parse(path: string, text: string): Readonly<Record<string, unknown>> {
  const errors: jsonc.ParseError[] = [];
  const value: unknown = jsonc.parse(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined) {
    const before = text.slice(0, error.offset).split('\n');
    const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
    throw broken(path, `${jsonc.printParseErrorCode(error.error)} in ${place}`);
  }
  if (isRecord(value)) return value;
  throw broken(path, 'it is no object');
}

function broken(path: string, reason: string): ConfigError {
  return new ConfigError(
    `${path} cannot be read as settings: ${reason}. Nothing was changed.`,
    'Correct it, or put in by hand what --print shows.',
  );
}

/** Servers that this command wrote start it, by whatever path. */
function isOurs(entry: unknown): boolean {
  return /intercom-mcp/.test(JSON.stringify(entry));
}
