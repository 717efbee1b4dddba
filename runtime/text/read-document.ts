import { htmlToMarkdown, LONGEST_HTML } from '../shape/html/html-to-markdown.ts';
import { stripInvisible } from '../shape/html/invisible.ts';
import { escapeTags } from '../shape/html/looks-like-html.ts';
import { openHtml } from '../shape/html/read-html.ts';
import { readTokens } from './html-tokens.ts';
import { isHtml } from './is-html.ts';
import { normalHtml } from './normal-html.ts';
import { splitBlocks } from './split-blocks.ts';
import { toHtml } from './to-html.ts';

/** Reads the HTML of an article as Markdown that can be written back. */
export type ReadDocument = (html: string) => string;

interface Piece {
  readonly markdown: string;
  /** What it is when it is written back. */
  readonly html: string;
}

/**
 * A reader of HTML that is written back later. A block that Markdown cannot say, and one that would come back as
 * another, stays HTML, so that writing back what was read changes nothing; what nobody sees is left out all the same.
 * `incidental` attributes are those that the API adds by itself.
 */
export function documentReader(incidental: ReadonlySet<string>): ReadDocument {
  const isSame = (a: string, b: string) => normalHtml(a, incidental) === normalHtml(b, incidental);

  function readBlock(block: string): Piece {
    const markdown = lossy(block);
    const html = toHtml(markdown, 'document');
    if (isSame(html, block) || hasUnseen(block)) return { markdown, html };
    const raw = /^<pre\b/i.test(block) ? block : block.replace(/\n\s*\n/g, '\n');
    return { markdown: raw, html: block };
  }

  return (html) => {
    if (html.length > LONGEST_HTML) return lossy(html);
    if (!isHtml(html)) return hasUnseen(html) ? lossy(html) : html;
    const pieces = (splitBlocks(html) ?? [html]).map(readBlock);
    const markdown = join(pieces);
    if (isSame(toHtml(markdown, 'document'), pieces.map((piece) => piece.html).join(''))) return markdown;
    return hasUnseen(html) ? lossy(html) : html;
  };
}

function lossy(html: string): string {
  return escapeTags(htmlToMarkdown(html));
}

/** Two lists one after the other would be read as one. */
function join(pieces: readonly Piece[]): string {
  return pieces
    .map(({ markdown, html }, at) => {
      const list = /^<[uo]l\b/i.exec(html)?.[0];
      return list !== undefined && pieces[at - 1]?.html.startsWith(list) ? html : markdown;
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

/** True where HTML has words or characters that a person does not see. */
function hasUnseen(html: string): boolean {
  if (stripInvisible(html) !== html || html.includes('<!--')) return true;
  let written = '';
  readTokens(html, { open: () => {}, close: () => {}, text: (text) => (written += text) });
  let seen = '';
  const reader = openHtml(html, { open: () => {}, close: () => {}, place: () => {}, text: (text) => (seen += text) });
  reader.readTo(html.length);
  reader.finish();
  return seen.replaceAll(/\s/g, '') !== written.replaceAll(/\s/g, '');
}
