/** Members that an object of a message may have: no tool takes a tenth of it, and larger ones are slow wherever they are read. */
export const MOST_MEMBERS = 1000;

/** Whether an object of a JSON text has more than {@link MOST_MEMBERS}; looks at each character once, before anything is made of it. */
export function hasWideObject(text: string): boolean {
  // The members of each open object so far; lists keep a place, since their commas are none of these.
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case BRACE:
      case BRACKET:
        open.push(0);
        break;
      case BRACE_END:
      case BRACKET_END:
        open.pop();
        break;
      case COLON: {
        const members = (open.pop() ?? 0) + 1;
        if (members > MOST_MEMBERS) return true;
        open.push(members);
        break;
      }
    }
  }
  return false;
}

/** Whether a JSON text has more than so many lists and objects within each other; looks at each character once. */
export function nestsDeeper(text: string, levels: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === BRACE || code === BRACKET) depth += 1;
    else if (code === BRACE_END || code === BRACKET_END) depth -= 1;
    if (depth > levels) return true;
  }
  return false;
}

/**
 * A JSON text in which integers that JavaScript would round are texts of the same digits: an id of twenty digits stays that
 * id. Looks at each character once, and only where a text has so long a run of digits at all.
 */
export function quoteLongIntegers(text: string): string {
  if (!/\d{16}/.test(text)) return text;
  const pieces: string[] = [];
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === MINUS || isDigit(code)) {
      const start = at;
      while (isOfNumber(text.charCodeAt(at + 1))) at += 1;
      const number = text.slice(start, at + 1);
      if (number.length < 16 || !/^-?[1-9]\d*$/.test(number) || Number.isSafeInteger(Number(number))) continue;
      pieces.push(text.slice(done, start), `"${number}"`);
      done = at + 1;
    }
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(done);
}

const [MINUS, PLUS, POINT, ZERO, NINE, SMALL_E, LARGE_E] = [0x2d, 0x2b, 0x2e, 0x30, 0x39, 0x65, 0x45];

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function isOfNumber(code: number): boolean {
  return isDigit(code) || code === POINT || code === SMALL_E || code === LARGE_E || code === PLUS || code === MINUS;
}

const [QUOTE, BACKSLASH, COLON, BRACKET, BRACKET_END, BRACE, BRACE_END] = [0x22, 0x5c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d];

/** Where the string that begins here ends; the end of the text where it does not. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}
