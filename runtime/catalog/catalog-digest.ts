import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../value/canonical-json.ts';
import type { CatalogEntry } from './catalog.ts';

/** What a model is told of a tool, and what a client takes it for. */
type Told = Pick<CatalogEntry, 'name' | 'title' | 'description' | 'inputSchema' | 'annotations'>;

/** By what a list of tools is known: the same for the same tools, however they are served. */
export interface CatalogIdentity {
  /** The version of the API, and the beginning of the digest: `2.16+0f1e2d3c4b5a`. */
  readonly version: string;
  /** As {@link catalogDigest} has it. */
  readonly digest: string;
}

/** What stands before the hexadecimal digits of a digest. */
const ALGORITHM = 'sha256-';

/** Hexadecimal digits that tell catalogues apart where people read them. */
export const SHORTEST_DIGEST = 12;

/**
 * `sha256-` and the 64 hexadecimal digits of what models are told of these tools: names, titles, descriptions, input schemas and
 * annotations as JSON, the keys of its objects and the tools by name in the order of their code units. The order of tools and of
 * keys makes no difference; every word does.
 */
export function catalogDigest(entries: readonly Told[]): string {
  const tools = entries.map(({ name, title, description, inputSchema, annotations }) => ({
    name,
    text: canonicalJson({ name, title, description, inputSchema, annotations }),
  }));
  // Tools of one name are in no order but that of their texts.
  const sorted = tools.toSorted((a, b) => compare(a.name, b.name) || compare(a.text, b.text));
  return ALGORITHM + bytesToHex(sha256(utf8ToBytes(`[${sorted.map(({ text }) => text).join(',')}]`)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The identity of the tools that have this digest, generated from this version of their API. */
export function catalogIdentity(digest: string, apiVersion: string | undefined): CatalogIdentity {
  const short = shortDigest(digest);
  return { version: apiVersion === undefined ? short : `${apiVersion}+${short}`, digest };
}

/** The digits of a digest that people read. */
export function shortDigest(digest: string): string {
  return hexDigits(digest).slice(0, SHORTEST_DIGEST);
}

/** A digest without its algorithm. */
export function hexDigits(digest: string): string {
  return digest.startsWith(ALGORITHM) ? digest.slice(ALGORITHM.length) : digest;
}
