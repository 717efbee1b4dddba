import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../value/canonical-json.ts';
import type { CatalogEntry } from './catalog.ts';
import { ALGORITHM } from './catalog-identity.ts';
import { rememberedDigest } from './known-digests.ts';

/** What a model is told of a tool, and what a client takes it for. */
type Told = Pick<CatalogEntry, 'name' | 'title' | 'description' | 'inputSchema' | 'annotations'>;

/**
 * `sha256-` and the 64 hexadecimal digits of what models are told of these tools: names, titles, descriptions, input schemas and
 * annotations as JSON, the keys of its objects and the tools by name in the order of their code units. The order of tools and of
 * keys makes no difference; every word does.
 */
export function catalogDigest(entries: readonly Told[]): string {
  return rememberedDigest(entries) ?? computed(entries);
}

function computed(entries: readonly Told[]): string {
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
