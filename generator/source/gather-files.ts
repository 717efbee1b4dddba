import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DiagnosticError } from '../diagnostics/diagnostics.ts';
import { fail } from '../diagnostics/fail.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { digestOf } from './digest.ts';
import { parseTolerantly } from './parse-text.ts';
import { isAddress, readSource } from './read-source.ts';

/** The files that a description refers to, by their addresses, and why others could not be read. */
export interface GatheredFiles {
  readonly files: ReadonlyMap<string, Json>;
  /** Digests of their bytes as they were read, but for that of the first one. */
  readonly digests: ReadonlyMap<string, string>;
  readonly problems: ReadonlyMap<string, string>;
  /** The address that the description gives itself (`$self` of OpenAPI 3.2): what leads there stays in it. */
  readonly self: string | undefined;
}

/** So many files and so much text make one description. */
const MOST_FILES = 10_000;
const MOST_CHARACTERS = 64 * 1024 * 1024;
const AT_ONCE = 8;

/** The address that references of a description are relative to. */
export function baseOf(location: string): string {
  return isAddress(location) ? location : pathToFileURL(resolve(location)).href;
}

/** The address of the file that a reference leads into; undefined where it is none. */
export function fileOf(ref: string, base: string): string | undefined {
  const [file = ''] = ref.split('#');
  if (file === '') return base;
  if (!URL.canParse(file, base)) return undefined;
  const url = new URL(file, base);
  url.hash = '';
  return url.href;
}

/**
 * Reads all files that a description refers to, and those that these refer to. What is read stays where the description came from:
 * files in its folder or below the working directory, or addresses of its own server. Nothing else is touched.
 */
export async function gatherFiles(location: string, value: Json): Promise<GatheredFiles> {
  const base = baseOf(location);
  const files = new Map<string, Json>([[base, value]]);
  const digests = new Map<string, string>();
  const problems = new Map<string, string>();
  const self = typeof value.$self === 'string' ? fileOf(value.$self, base) : undefined;
  let characters = 0;
  let wanted = filesIn(value, base).filter((file) => file !== base && file !== self);
  while (wanted.length > 0) {
    const found: string[] = [];
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const some = wanted.slice(at, at + AT_ONCE);
      const read = await Promise.all(some.map(async (file) => [file, await readFile(file, base, characters)] as const));
      for (const [file, { value: part, digest, length, problem }] of read) {
        characters += length;
        if (files.size + problems.size > MOST_FILES)
          problems.set(file, `more than ${MOST_FILES} files belong together`);
        else if (part === undefined) problems.set(file, problem ?? 'it cannot be read');
        else {
          files.set(file, part);
          digests.set(file, digest ?? '');
          found.push(...filesIn(part, file));
        }
      }
    }
    wanted = [...new Set(found)].filter((file) => !files.has(file) && !problems.has(file) && file !== self);
  }
  return { files, digests, problems, self };
}

interface ReadFile {
  readonly value?: Json;
  readonly digest?: string;
  readonly length: number;
  readonly problem?: string;
}

async function readFile(file: string, base: string, characters: number): Promise<ReadFile> {
  try {
    if (characters > MOST_CHARACTERS) throw fail('SOURCE_TOO_LARGE', 'all files together are too large');
    const place = await allowedPlace(file, base);
    const { text, bytes } = await readSource(place);
    const { value } = parseTolerantly(text, shortName(file, base));
    return { value, digest: digestOf([['', bytes]]), length: text.length };
  } catch (error) {
    if (error instanceof DiagnosticError) return { length: 0, problem: error.diagnostics[0]?.message ?? error.message };
    if (error instanceof Error && 'code' in error) return { length: 0, problem: `it cannot be read (${error.code})` };
    throw error;
  }
}

/** How a file is called in a message: from the description's own place where it is beside it. */
export function shortName(file: string, base: string): string {
  if (!file.startsWith('file:') || !base.startsWith('file:')) return file;
  return relative(dirname(fileURLToPath(base)), fileURLToPath(file));
}

async function allowedPlace(file: string, base: string): Promise<string> {
  const url = new URL(file);
  if (url.protocol !== 'file:') {
    if (url.origin === new URL(base).origin) return file;
    throw fail('SOURCE_ADDRESS_REFUSED', 'it is on another server than the description, which is not asked');
  }
  if (!base.startsWith('file:'))
    throw fail('SOURCE_ADDRESS_REFUSED', 'a description from the network may not name files');
  const path = await realpath(fileURLToPath(url));
  const folders = await Promise.all([dirname(fileURLToPath(base)), process.cwd()].map((folder) => realpath(folder)));
  // The working directory counts where the description is in it.
  const [own = '', here = ''] = folders;
  const allowed = isInside(own, here) ? [own, here] : [own];
  if (allowed.some((folder) => isInside(path, folder))) return path;
  throw fail('SOURCE_ADDRESS_REFUSED', 'it is outside of the folder of the description');
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The files that the references of a value lead into; examples are no references. */
function filesIn(value: Json, base: string): string[] {
  const found = new Set<string>();
  const left: unknown[] = [value];
  while (left.length > 0) {
    const part = left.pop();
    if (Array.isArray(part)) for (const item of part) left.push(item);
    if (!isRecord(part)) continue;
    for (const [key, child] of Object.entries(part)) {
      if (key === 'example' || key === 'examples') continue;
      const refs: readonly unknown[] =
        key === '$ref' ? [child] : key === 'mapping' && isRecord(child) ? Object.values(child) : [];
      for (const ref of refs) {
        const isFile = typeof ref === 'string' && (key === '$ref' ? !isLocal(ref) : looksLikeFile(ref));
        const file = isFile ? fileOf(ref, base) : undefined;
        if (file !== undefined) found.add(file);
      }
      if (typeof child === 'object') left.push(child);
    }
  }
  return [...found];
}

/** A reference within its file, or the bare name of a schema. */
export function isLocal(ref: string): boolean {
  return ref.startsWith('#') || !looksLikeFile(ref);
}

/** Whether a text can be the address of a file: bare names of schemas hold neither a slash nor the ending of one. */
export function looksLikeFile(text: string): boolean {
  return !text.startsWith('#') && (/\//.test(text) || /\.(?:ya?ml|json)(?:#|$)/i.test(text));
}
