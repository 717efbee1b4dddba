import type { CatalogEntry } from '../catalog/catalog.ts';
import { sentences } from './tool-text.ts';

/** A tool as a search shows it: enough to choose it, and to call it where its arguments are plain. */
export interface SearchResult {
  readonly name: string;
  readonly class: CatalogEntry['class'];
  readonly access: CatalogEntry['access'];
  readonly destructive?: true;
  readonly about: string;
  readonly required: readonly string[];
}

/** What a search answers: its results, best first, or a hint where there is none. Stays under 500 tokens (o200k). */
export function searchAnswer(
  found: readonly CatalogEntry[],
  resources: readonly string[],
): { readonly result: readonly SearchResult[]; readonly hint?: string } {
  if (found.length === 0) {
    const hint = `No tool fits these words. Say what to do and with what, in other words; there are tools for: ${resources.join(', ')}.`;
    return { result: [], hint: shorten(hint, LARGEST) };
  }
  const about = Math.min(LONGEST_LINE, Math.floor(LINES / found.length));
  const results = found.map((entry) => toResult(entry, about));
  while (results.length > 1 && JSON.stringify(results).length > LARGEST) results.pop();
  return { result: results };
}

/** Characters of an answer; 500 tokens are some 2,000 of its text. */
const LARGEST = 1_800;
/** Characters of all lines about tools together, and of one. */
const LINES = 700;
const LONGEST_LINE = 140;
/** Required arguments that a result names. */
const MOST_REQUIRED = 12;

function toResult(
  { name, class: kind, access, destructive, description, inputSchema }: CatalogEntry,
  about: number,
): SearchResult {
  const required = Array.isArray(inputSchema.required) ? inputSchema.required.map(String) : [];
  const shown = required.length > MOST_REQUIRED ? [...required.slice(0, MOST_REQUIRED), '…'] : required;
  return {
    name,
    class: kind,
    access,
    ...(destructive && { destructive }),
    about: summarize(description, about),
    required: shown,
  };
}

/** As many of the first sentences as fit, and of the first one what fits. */
function summarize(description: string, length: number): string {
  const [first = '', ...others] = sentences(description);
  let text = shorten(first, length);
  for (const sentence of others) {
    if (text.length + sentence.length >= length) break;
    text += ` ${sentence}`;
  }
  return text;
}

/** The beginning of a text, cut at a word. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : cut.length).replace(/[,;:(]+$/, '')}…`;
}
