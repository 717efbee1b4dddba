import { stripInvisible } from './invisible.ts';
import { LiteralSink } from './literal-sink.ts';
import { MarkdownWriter } from './markdown-writer.ts';
import { openHtml } from './read-html.ts';

/** Characters of HTML that are read; what comes later is counted and left out, so that no text blocks a process. */
export const LONGEST_HTML = 200_000;

/** Characters that are read without letting others have their turn: some milliseconds. */
const PIECE = 16_000;

/** Markdown, and what it took. */
export interface Conversion {
  readonly markdown: string;
  /** Steps that were made: characters read and written, tokens, moves. It grows with the text and no faster. */
  readonly work: number;
}

/** Turns HTML into Markdown with everything that a person sees, and nothing else. Never throws. */
export function htmlToMarkdown(html: string): string {
  return convertHtml(html).markdown;
}

/** {@link htmlToMarkdown}, with a backslash before each sign of the text: what reads it as Markdown finds every character again. */
export function htmlToLiteralMarkdown(html: string): string {
  return finish(convertInPieces(html, { isLiteral: true })).markdown;
}

/** {@link htmlToMarkdown}, with the work that it took. */
export function convertHtml(html: string): Conversion {
  return finish(convertInPieces(html));
}

function finish(pieces: Generator<void, Conversion>): Conversion {
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

/** {@link convertHtml} in steps of some milliseconds, between which others can have their turn. */
export function* convertInPieces(
  html: string,
  { piece = PIECE, isLiteral = false }: { readonly piece?: number; readonly isLiteral?: boolean } = {},
): Generator<void, Conversion> {
  const writer = new MarkdownWriter();
  const reader = openHtml(html.slice(0, LONGEST_HTML), isLiteral ? new LiteralSink(writer) : writer);
  for (let to = piece; reader.readTo(to); to += piece) yield;
  yield;
  const { end, isTooDeep, work } = reader.finish();
  const markdown = tidy(writer.finish());
  const said = isTooDeep
    ? `[${html.length - (markdown === '' ? 0 : end)} characters of HTML, nested too deeply to be read]`
    : `[${html.length - end} more characters of HTML were not read]`;
  return { markdown: end < html.length ? `${markdown}\n${said}`.trim() : markdown, work: work + writer.work };
}

function tidy(markdown: string): string {
  return stripInvisible(markdown).replaceAll('\u00a0', ' ').trim();
}
