import type { AnswerRules } from '../profile/answer-rules.ts';
import { convertInPieces, htmlToMarkdown, LONGEST_HTML } from './html/html-to-markdown.ts';
import { stripInvisible } from './html/invisible.ts';
import { escapeTags, looksLikeHtml } from './html/looks-like-html.ts';
import { isPlain, type ReadText } from './read-text.ts';

type Rules = Pick<AnswerRules, 'html' | 'markdown'>;

/** Characters that are converted without letting others have their turn: some milliseconds. */
export const IN_A_ROW = 16_000;

/** What a text costs beside its characters, in characters. */
const EACH = 200;

/** Converts texts, each once, however often it is asked for. */
export function rememberTexts(rules: Rules): ReadText {
  const known = new Texts();
  return (key, text) => {
    if (isPlain(text)) return text;
    const seen = known.get(key, text, rules) ?? convert(key, text, rules);
    known.set(key, text, rules, seen);
    return seen;
  };
}

/** Runs what reads texts, with all of them converted beforehand, and a turn for others in between. */
export async function convertBeforehand<Result>(run: (read: ReadText) => Result, rules: Rules): Promise<Result> {
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

function convert(key: string, text: string, rules: Rules): string {
  return looksLikeHtml(key, text, rules) ? escapeTags(htmlToMarkdown(text)) : seenOf(text);
}

async function convertInTurns(key: string, text: string, rules: Rules, turns: Turns): Promise<string> {
  await turns(Math.min(text.length, LONGEST_HTML) + EACH);
  if (!looksLikeHtml(key, text, rules)) return seenOf(text);
  const pieces = convertInPieces(text);
  for (;;) {
    const { done, value } = pieces.next();
    if (done) {
      await turns(value.markdown.length);
      return escapeTags(value.markdown);
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

  get(key: string, text: string, rules: Rules): string | undefined {
    return this.#known.get(kindOf(key, rules))?.get(text);
  }

  set(key: string, text: string, rules: Rules, seen: string): void {
    const kind = kindOf(key, rules);
    const texts = this.#known.get(kind) ?? new Map<string, string>();
    this.#known.set(kind, texts.set(text, seen));
  }
}

function kindOf(key: string, { html, markdown }: Rules): string {
  return markdown.has(key) ? 'markdown' : html.has(key) ? 'html' : 'any';
}
