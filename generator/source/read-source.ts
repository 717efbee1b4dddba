import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail } from '../diagnostics/fail.ts';
import { type FetchOptions, fetchDescription, publicPart } from './fetch-description.ts';

/** The text of a description and where it came from. */
export interface Source {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The address, or the base name of a local file: a path would say more about the machine than about the source. */
  readonly upstream: string;
}

/** The address of Intercom's own description of one API version; that of the Preview stands in the folder `0`. */
export function officialAddress(apiVersion: string): string {
  const folder = isPreview(apiVersion) ? '0' : encodeURIComponent(apiVersion);
  return `https://raw.githubusercontent.com/intercom/Intercom-OpenAPI/main/descriptions/${folder}/api.intercom.io.yaml`;
}

/** Whether a version is the one that is still worked on: Intercom has called it Unstable, Preview and 0. */
export function isPreview(apiVersion: string): boolean {
  return /^(?:preview|unstable|0)$/i.test(apiVersion);
}

/** Whether a place is an address, and no path of a file. */
export function isAddress(from: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(from);
}

/** Reads a description from an address or a file; what is not UTF-8 text is refused. */
export async function readSource(from: string, options: FetchOptions = {}): Promise<Source> {
  const bytes = isAddress(from) ? await fetchDescription(from, options) : await readLocal(from, options.cap);
  const upstream = isAddress(from) ? publicPart(new URL(from)) : basename(from);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bytes, upstream };
  } catch {
    throw fail('SOURCE_UNREADABLE', `${upstream} is not UTF-8 text`);
  }
}

async function readLocal(path: string, cap = 64 * 1024 * 1024): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size > cap) throw fail('SOURCE_TOO_LARGE', `${path} is larger than ${cap} bytes`);
    return await readFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') throw fail('SOURCE_NOT_FOUND', `there is no file ${path}`);
    throw fail('SOURCE_UNREADABLE', `${path} cannot be read (${error.code})`);
  }
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
