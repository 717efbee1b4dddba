import { Tokenizer } from 'htmlparser2';
import type { Attributes } from './hidden-element.ts';
import { type Sink, VisibleElements } from './visible-elements.ts';

/** What reading HTML came to. */
export interface Reading {
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

/** Reads HTML in one pass, without a tree, and hands on what a person sees. */
export function readHtml(html: string, sink: Sink): Reading {
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
  tokenizer.write(html);
  tokenizer.end();
  flushText();
  elements.end();
  return { end: endsAt, isTooDeep, work: html.length + tokens + elements.moves };
}
