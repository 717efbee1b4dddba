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

  /** Most articles come back as they are: one look at the whole is enough to know. */
  function readWhole(html: string, blocks: readonly string[]): string | undefined {
    if (blocks.some((block, at) => isListBehind(block, blocks[at - 1]))) return undefined;
    const markdown = joined(blocks.map(lossy));
    return isSame(toHtml(markdown, 'document'), html) ? markdown : undefined;
  }

  return (html) => {
    if (html.length > LONGEST_HTML) return lossy(html);
    if (!isHtml(html)) return hasUnseen(html) ? lossy(html) : html;
    const blocks = splitBlocks(html) ?? [html];
    const whole = readWhole(html, blocks);
    if (whole !== undefined) return whole;
    const pieces = blocks.map(readBlock);
    const markdown = join(pieces);
    if (isSame(toHtml(markdown, 'document'), pieces.map((piece) => piece.html).join(''))) return markdown;
    return hasUnseen(html) ? lossy(html) : html;
  };
}

function lossy(html: string): string {
  return escapeTags(htmlToMarkdown(html));
}

function join(pieces: readonly Piece[]): string {
  return joined(pieces.map(({ markdown, html }, at) => (isListBehind(html, pieces[at - 1]?.html) ? html : markdown)));
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

/** Two lists one after the other would be read as one. */
function isListBehind(html: string, before: string | undefined): boolean {
  const list = /^<[uo]l\b/i.exec(html)?.[0];
  return list !== undefined && before?.startsWith(list) === true;
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
