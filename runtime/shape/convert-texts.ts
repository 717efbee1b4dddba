import type { AnswerRules } from '../profile/answer-rules.ts';
import type { ReadDocument } from '../text/read-document.ts';
import { convertInPieces, htmlToMarkdown, LONGEST_HTML } from './html/html-to-markdown.ts';
import { stripInvisible } from './html/invisible.ts';
import { escapeTags, isKnownTag, looksLikeHtml } from './html/looks-like-html.ts';
import { isPlain, type ReadText } from './read-text.ts';

/** Which texts are HTML, and how those of articles are read. */
export interface TextRules extends Pick<AnswerRules, 'html' | 'markdown' | 'readHtml'> {
  readonly documents?: { readonly properties: ReadonlySet<string>; readonly read: ReadDocument } | undefined;
}

/** Characters that are converted without letting others have their turn: some milliseconds. */
export const IN_A_ROW = 16_000;

/** What a text costs beside its characters, in characters. */
const EACH = 200;

/** Converts texts, each once, however often it is asked for. */
export function rememberTexts(rules: TextRules): ReadText {
  const known = new Texts();
  return (key, text) => {
    if (isPlain(text)) return text;
    const seen = known.get(key, text, rules) ?? convert(key, text, rules);
    known.set(key, text, rules, seen);
    return seen;
  };
}

/** Runs what reads texts, with all of them converted beforehand, and a turn for others in between. */
export async function convertBeforehand<Result>(run: (read: ReadText) => Result, rules: TextRules): Promise<Result> {
  const wanted: [key: string, text: string][] = [];
  const texts = new Texts();
  run((key, text) => {
    if (isPlain(text)) return text;
    if (texts.get(key, text, rules) === undefined) wanted.push([key, text]);
    texts.set(key, text, rules, '');
    return '';
  });
  const turns = takeTurns();
  for (const [key, text] of wanted) {
    texts.set(key, text, rules, await convertInTurns(key, text, rules, turns));
  }
  return run((key, text) => (isPlain(text) ? text : (texts.get(key, text, rules) ?? convert(key, text, rules))));
}

function convert(key: string, raw: string, rules: TextRules): string {
  const text = htmlOf(key, raw, rules);
  if (!looksLikeHtml(key, text, rules)) return seenOf(text);
  return rules.documents?.properties.has(key) ? rules.documents.read(text) : finish(htmlToMarkdown(text), rules);
}

/** A text as HTML that everybody can read. One that begins with an escaped tag is HTML that was taken for text. */
function htmlOf(key: string, text: string, { html, readHtml }: TextRules): string {
  if (!html.has(key) || text.length > LONGEST_HTML) return text;
  const own = text.includes('<') ? (readHtml?.(text) ?? text) : text;
  const tag = /^\s*&lt;([a-z][a-z0-9]{0,11})\b/i.exec(own)?.[1];
  return tag !== undefined && isKnownTag(tag) ? htmlToMarkdown(own) : own;
}

/** Markdown that is nothing but HTML was HTML within HTML: somebody's tags that were taken for text. */
function finish(markdown: string, rules: TextRules): string {
  return escapeTags(looksLikeHtml('', markdown, rules) ? htmlToMarkdown(markdown) : markdown);
}

async function convertInTurns(key: string, raw: string, rules: TextRules, turns: Turns): Promise<string> {
  await turns(Math.min(raw.length, LONGEST_HTML) + EACH);
  const text = htmlOf(key, raw, rules);
  if (!looksLikeHtml(key, text, rules) || rules.documents?.properties.has(key)) return convert(key, raw, rules);
  const markdown = await readInTurns(text, turns);
  return escapeTags(looksLikeHtml('', markdown, rules) ? await readInTurns(markdown, turns) : markdown);
}

async function readInTurns(html: string, turns: Turns): Promise<string> {
  const pieces = convertInPieces(html);
  for (;;) {
    const { done, value } = pieces.next();
    if (done) {
      await turns(value.markdown.length);
      return value.markdown;
    }
    await turns(IN_A_ROW);
  }
}

/** Takes away what nobody sees. A longer text is cut, since each of its characters has to be looked at. */
function seenOf(text: string): string {
  if (text.length <= LONGEST_HTML) return stripInvisible(text);
  const seen = stripInvisible(text.slice(0, LONGEST_HTML).toWellFormed());
  return `${seen}\n[${text.length - LONGEST_HTML} more characters were not read]`;
}

/** Waits for a turn of others where so many characters would be too many in a row. */
type Turns = (characters: number) => Promise<void>;

function takeTurns(): Turns {
  let inARow = 0;
  return async (characters) => {
    if (inARow > 0 && inARow + characters > IN_A_ROW) {
      // A timer, which every runtime has; a promise alone lets nobody else in.
      await new Promise((resolve) => setTimeout(resolve));
      inARow = 0;
    }
    inARow += characters;
  };
}

/** What texts were converted to; the same text can be HTML under one key and not under another. */
class Texts {
  readonly #known = new Map<string, Map<string, string>>();

  get(key: string, text: string, rules: TextRules): string | undefined {
    return this.#known.get(kindOf(key, rules))?.get(text);
  }

  set(key: string, text: string, rules: TextRules, seen: string): void {
    const kind = kindOf(key, rules);
    const texts = this.#known.get(kind) ?? new Map<string, string>();
    this.#known.set(kind, texts.set(text, seen));
  }
}

function kindOf(key: string, { html, markdown }: TextRules): string {
  return markdown.has(key) ? 'markdown' : html.has(key) ? 'html' : 'any';
}
