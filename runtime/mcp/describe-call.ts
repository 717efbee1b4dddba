import type { DryRun } from '../http/dry-run.ts';
import type { Tool } from '../tool/tool.ts';
import { canonicalJson } from '../value/canonical-json.ts';
import { describeNames, describeValue } from './describe-value.ts';
import { shortened } from './shortened.ts';

/** Characters of an address that are shown in one piece. */
const ADDRESS_SHOWN = 900;

/** Hexadecimal digits of the digest that are shown: 64 bits. */
const DIGITS = 16;

/**
 * What a person agrees to: the tool, where it works, the request that it sends, and a digest of all arguments, by which two questions can be
 * told apart that show the same. What is not shown is counted, what cannot be seen is made visible, and every text of somebody
 * else stands in quotation marks in a line of its own, so that none can pass for a part of the question.
 */
export async function describeCall(
  { name, title, place }: Pick<Tool, 'name' | 'title'> & { readonly place?: string | undefined },
  args: unknown,
  { request: { method, url, body }, names = [] }: { request: DryRun; names?: readonly string[] | undefined },
): Promise<string> {
  const json = canonicalJson(args);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(json));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    `${title} (${name})`,
    ...(place === undefined ? [] : [`In ${place}`]),
    // An address holds ASCII alone: what is none is encoded.
    `${method} ${shortened(url, ADDRESS_SHOWN, (part) => part)}`,
    ...(body === undefined ? [] : describeValue(body)),
    ...(names.length === 0 ? [] : describeNames(names)),
    `All arguments: ${json.length} characters, SHA-256 ${hex.slice(0, DIGITS)}…`,
  ].join('\n');
}
