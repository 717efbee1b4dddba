import { Tokenizer } from 'htmlparser2';
import type { Attributes } from './hidden-element.ts';
import { type Sink, VisibleElements } from './visible-elements.ts';

/** What reading HTML came to. */
interface Reading {
  /** The character at which reading ended: the length of what was read where there were not too many elements. */
  readonly end: number;
  /** True where reading ended because elements were nested too deeply. */
  readonly isTooDeep: boolean;
  /** Steps that were made: characters, tokens, moves of elements. */
  readonly work: number;
}

const READ: ReadonlySet<string> = new Set(
  'hidden style color bgcolor href src alt width height start class'.split(' '),
);
const LONGEST_NAME = 20;
/** Elements that are read, so that no text blocks a process for longer than others wait for it. */
const MOST_ELEMENTS = 10_000;
/** Moves of elements: two for each is usual, more where formatting is taken over from block to block. */
const MOST_MOVES = 40_000;

/** Reads HTML piece by piece. */
export interface HtmlReader {
  /** Reads up to a character; false where nothing more is to be read. */
  readonly readTo: (character: number) => boolean;
  /** Hands on what is left, and tells what it came to. */
  readonly finish: () => Reading;
}

/** Opens HTML that is read in one pass, without a tree; what a person sees is handed on. */
export function openHtml(html: string, sink: Sink): HtmlReader {
  const elements = new VisibleElements(sink);
  let tokens = 0;
  let opened = 0;
  let endsAt = html.length;
  let isTooDeep = false;
  let text = '';
  let tag = '';
  let attribute = '';
  let value = '';
  let attributes = new Map<string, string>();

  function nameAt(start: number, end: number): string {
    return end - start > LONGEST_NAME ? '' : html.slice(start, end).toLowerCase();
  }
  function flushText(): void {
    if (text !== '') elements.text(text);
    text = '';
  }
  function stop(at: number): void {
    endsAt = at + 1;
    isTooDeep = elements.isFull;
    tokenizer.pause();
  }
  function openTag(at: number, isSelfClosing: boolean): void {
    tokens += 1;
    flushText();
    const read: Attributes = attributes;
    attributes = new Map();
    elements.open(tag, read, { isSelfClosing });
    opened += 1;
    if (opened >= MOST_ELEMENTS || elements.moves >= MOST_MOVES || elements.isFull) stop(at);
  }

  const tokenizer = new Tokenizer(
    {},
    {
      onattribdata: (start, end) => {
        if (attribute !== '') value += html.slice(start, end);
      },
      onattribentity: (codePoint) => {
        tokens += 1;
        if (attribute !== '') value += String.fromCodePoint(codePoint);
      },
      onattribname: (start, end) => {
        tokens += 1;
        const name = nameAt(start, end);
        attribute = READ.has(name) && !attributes.has(name) ? name : '';
        value = '';
      },
      onattribend: () => {
        if (attribute !== '') attributes.set(attribute, value);
      },
      ontext: (start, end) => {
        tokens += 1;
        text += html.slice(start, end);
      },
      ontextentity: (codePoint) => {
        tokens += 1;
        text += String.fromCodePoint(codePoint);
      },
      onopentagname: (start, end) => {
        tag = nameAt(start, end);
      },
      onopentagend: (at) => openTag(at, false),
      onselfclosingtag: (at) => openTag(at, true),
      onclosetag: (start, end) => {
        tokens += 1;
        flushText();
        elements.close(nameAt(start, end));
        if (elements.moves >= MOST_MOVES) stop(end);
      },
      oncdata: () => {},
      oncomment: () => {
        tokens += 1;
      },
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
      isInForeignContext: () => elements.isForeign,
    },
  );
  let reached = 0;
  return {
    readTo: (character) => {
      const piece = html.slice(reached, character);
      reached += piece.length;
      if (piece !== '') tokenizer.write(piece);
      // Whole lines, so that none of what is decided at the end of a text is decided within a line.
      const lines = text.lastIndexOf('\n') + 1;
      if (lines > 0) elements.text(text.slice(0, lines));
      text = text.slice(lines);
      return reached < html.length && endsAt === html.length;
    },
    finish: () => {
      tokenizer.end();
      flushText();
      elements.end();
      return { end: endsAt, isTooDeep, work: html.length + tokens + elements.moves };
    },
  };
}
