import { fail } from '../diagnostics/fail.ts';
import type { JsonObject } from '../json/json.ts';
import { isRecord } from '../json/json-schema.ts';
import { readIfThere } from '../write/write-together.ts';

/** A file of ours as it was read. */
export interface OwnFile {
  /** Undefined where there is no such file. */
  readonly text: string | undefined;
  /** Undefined where there is none, or where it is damaged. */
  readonly value: JsonObject | undefined;
  /** Why there is no value. */
  readonly problem?: string;
}

/** Reads a JSON file that an earlier run wrote; one that somebody damaged is about to be replaced. */
export async function readOwn(path: string): Promise<OwnFile> {
  const text = await readIfThere(path).catch((error: unknown) => {
    const isSystem = error instanceof Error && 'code' in error;
    throw isSystem ? fail('SOURCE_UNREADABLE', `${path} cannot be read (${error.code})`) : error;
  });
  if (text === undefined) return { text, value: undefined, problem: `there is no ${path} yet` };
  try {
    const value: unknown = JSON.parse(text);
    // Written by an earlier import.
    if (isRecord(value) && isRecord(value.paths ?? {})) return { text, value: value as JsonObject };
  } catch {}
  return { text, value: undefined, problem: `${path} is damaged` };
}
