import { Tokenizer } from 'htmlparser2';
import { voidElements } from '../shape/html/element-kinds.ts';

/** What takes the tags and texts of HTML as they are written, with the places where a tag begins and ends. */
export interface TokenSink {
  open(name: string, attributes: ReadonlyMap<string, string>, place: Place): void;
  close(name: string, place: Place): void;
  text(text: string, place: Place): void;
}

/** The characters from `start` to before `end`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** True for a tag that nothing closes. */
export function isVoid(name: string): boolean {
  return voidElements.has(name);
}

/** Hands on each tag and text of HTML, in one pass and without correcting anything. Entities are characters; comments are left out. */
export function readTokens(html: string, sink: TokenSink): void {
  let name = '';
  let start = 0;
  let attributes = new Map<string, string>();
  let attribute = '';
  const openTag = (end: number, isSelfClosing: boolean): void => {
    const place = { start, end: end + 1 };
    sink.open(name, attributes, place);
    if (isSelfClosing && !isVoid(name)) sink.close(name, place);
    attributes = new Map();
  };
  const addValue = (text: string): void => {
    attributes.set(attribute, (attributes.get(attribute) ?? '') + text);
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onattribname: (from, to) => {
        attribute = html.slice(from, to).toLowerCase();
        addValue('');
      },
      onattribdata: (from, to) => addValue(html.slice(from, to)),
      onattribentity: (codePoint) => addValue(String.fromCodePoint(codePoint)),
      onattribend: () => {},
      ontext: (from, to) => sink.text(html.slice(from, to), { start: from, end: to }),
      ontextentity: (codePoint, end) => sink.text(String.fromCodePoint(codePoint), { start: end - 1, end }),
      onopentagname: (from, to) => {
        name = html.slice(from, to).toLowerCase();
        start = from - 1;
      },
      onopentagend: (end) => openTag(end, false),
      onselfclosingtag: (end) => openTag(end, true),
      onclosetag: (from, to) => {
        const end = html.indexOf('>', to);
        sink.close(html.slice(from, to).toLowerCase(), { start: from - 2, end: end < 0 ? html.length : end + 1 });
      },
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
      isInForeignContext: () => false,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
