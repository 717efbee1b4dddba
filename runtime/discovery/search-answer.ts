import type { CatalogEntry } from '../catalog/catalog.ts';
import { FINDERS } from './choose-tool.ts';
import { describeTool, kindOf, type Signatures } from './signatures.ts';
import { sentences } from './tool-text.ts';

/**
 * What a search answers: the best tool with its signature where that is short enough, then a line for each of the others;
 * where there is none, what there are tools for. Stays under 700 tokens (o200k).
 */
export function searchAnswer(
  found: readonly CatalogEntry[],
  resources: readonly string[],
  signatures: Pick<Signatures, 'of'>,
): string {
  const [best, ...others] = found;
  if (best === undefined) {
    const hint = `No tool fits these words. Say what to do and with what, in other words; there are tools for: ${resources.join(', ')}.`;
    return shorten(hint, LARGEST);
  }
  const fits = signatures.of(best).length <= LARGEST_SIGNATURE && best.description.length <= LARGEST_DESCRIPTION;
  const first = fits ? describeTool(best, signatures) : `${toLine(best)} Its signature is long: ${FINDERS.describe}.`;
  const lines = ['Less likely:', ...others.map(toLine)];
  let room = LARGEST - first.length;
  const fitting = lines.filter((line) => {
    room -= line.length + 1;
    return room >= 0;
  });
  return fitting.length > 1 ? `${first}\n\n${fitting.join('\n')}` : first;
}

/** Characters of an answer: 700 tokens are some 2,500 of its text. */
const LARGEST = 2_400;
/** Characters of the best tool's signature: some 500 tokens. */
const LARGEST_SIGNATURE = 1_700;
const LARGEST_DESCRIPTION = 500;
/** Characters of what a line says that a tool does. */
const LONGEST_ABOUT = 90;
/** Required arguments that a line names. */
const MOST_REQUIRED = 6;

function toLine(entry: CatalogEntry): string {
  const required = Array.isArray(entry.inputSchema.required) ? entry.inputSchema.required.map(String) : [];
  const shown = required.length > MOST_REQUIRED ? [...required.slice(0, MOST_REQUIRED), '…'] : required;
  const [first = ''] = sentences(entry.description);
  return `${entry.name}(${shown.join(', ')}) ${kindOf(entry)}. ${shorten(first, LONGEST_ABOUT)}`;
}

/** The beginning of a text, cut at a word. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : cut.length).replace(/[,;:(]+$/, '')}…`;
}
