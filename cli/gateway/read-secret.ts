import { constants, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { ConfigError } from '../../runtime/value/errors.ts';
import { systemCode } from '../files/system-code.ts';

/** What is read of the environment. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A secret of the environment: the value of `NAME`, or what the file named by `NAME_FILE` holds, without white
 * space at its end. Undefined where neither is set; empty counts as not set. Throws {@link ConfigError} for both at once, and for a
 * file that cannot be read, that is empty, that has several lines, or that others than its owner may change.
 */
export async function readSecret(name: string, environment: Environment = process.env): Promise<string | undefined> {
  const value = environment[name];
  const file = environment[fileVariable(name)];
  if (!file) return value || undefined;
  if (value)
    throw new ConfigError(
      `${name} and ${fileVariable(name)} are both set.`,
      'Keep one of them: the file, where others can see the environment of a process.',
    );
  return readSecretFile({ path: file, variable: fileVariable(name) });
}

/** The environment with the secrets of these names, wherever they stand. */
export async function readSecrets(names: readonly string[], environment: Environment): Promise<Environment> {
  const secrets = names.map(async (name) => [name, await readSecret(name, environment)] as const);
  return { ...environment, ...Object.fromEntries(await Promise.all(secrets)) };
}

/** Whether a secret is set, by value or by file. */
export function isSecretSet(name: string, environment: Environment = process.env): boolean {
  return Boolean(environment[name] || environment[fileVariable(name)]);
}

function fileVariable(name: string): string {
  return `${name}_FILE`;
}

/** Bytes that a secret may have: one line of keys, or one address. */
const MOST_BYTES = 65_536;

/** Where container engines mount secrets: readable by all in there, and by nobody else. */
const MOUNTED = /^(?:\/var)?\/run\/secrets\//;

/** A file, and the variable that names it. */
interface SecretFile {
  readonly path: string;
  readonly variable: string;
}

async function readSecretFile(file: SecretFile): Promise<string> {
  const bytes = await readBytes(file).catch((error: unknown) => {
    if (error instanceof ConfigError) throw error;
    throw refusal(file, `cannot be read (${systemCode(error)})`, `Name a file that this process can read${asWhom()}.`);
  });
  const text = decode(file, bytes).trimEnd();
  if (text === '') throw refusal(file, 'is empty', `Write the secret into it, or unset ${file.variable}.`);
  if (/[\r\n]/.test(text))
    throw refusal(
      file,
      'has more than one line',
      'Write the secret alone into it; a line break at the end does no harm.',
    );
  return text;
}

async function readBytes(file: SecretFile): Promise<Buffer> {
  // A pipe without a writer must not hold the start.
  await using handle = await open(file.path, constants.O_RDONLY | constants.O_NONBLOCK);
  const stats = await handle.stat();
  if (!stats.isFile()) throw refusal(file, 'is no file', 'Name the file that holds the secret.');
  if (stats.size > MOST_BYTES) throw refusal(file, 'is too large for a secret', 'Write the secret alone into it.');
  checkRights(file, stats);
  return handle.readFile();
}

function decode(file: SecretFile, bytes: Buffer): string {
  try {
    // Takes a byte order mark away, too.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal(file, 'is not text in UTF-8', 'Write the secret as plain text; keys are in base64.');
  }
}

function checkRights(file: SecretFile, { mode }: Stats): void {
  // Windows has no such bits, and shows all of them.
  if (process.platform === 'win32') return;
  const help = `chmod 600 ${file.path}`;
  if (mode & 0o022) throw refusal(file, 'may be changed by others than its owner', `Take that right away: ${help}`);
  if (mode & 0o004 && !MOUNTED.test(file.path))
    console.error(`intercom-mcp: the ${subject(file)} may be read by everybody on this machine: ${help}`);
}

function refusal(file: SecretFile, problem: string, help: string): ConfigError {
  return new ConfigError(`The ${subject(file)} ${problem}.`, help);
}

function subject({ path, variable }: SecretFile): string {
  return `file ${path} of ${variable}`;
}

function asWhom(): string {
  return process.getuid === undefined ? '' : `, as user ${process.getuid()}`;
}
