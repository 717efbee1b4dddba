import { boundedMemo } from './bounded-memo.ts';

/** Bodies whose text is remembered, by the body itself: rows may hold the HTML as it is, and each is read once. */
const MOST = 20_000;

/** The text of HTML in lower case, with single spaces. */
export const plainText = boundedMemo((html) => strip(html).toLowerCase(), MOST);

/**
 * The words of HTML in lower case, as a common tokenizer takes them: letters and digits, with apostrophes and full stops
 * inside (inferred: the description says only that `source.body` is compared word by word).
 */
export const wordsOf = boundedMemo(
  (html): ReadonlySet<string> => new Set(plainText(html).match(/[\p{L}\p{M}\p{N}_]+(?:['’.][\p{L}\p{M}\p{N}_]+)*/gu)),
  MOST,
);

// No tag reaches over the next "<", so that a body of nothing but those is read in one pass.
const inline = /<\/?(?:a|abbr|b|code|del|em|font|i|ins|mark|s|small|span|strike|strong|sub|sup|u)(?:\s[^<>]*)?>/gi;
const tag = /<[a-z/!][^<>]*>/gi;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function strip(html: string): string {
  const untagged = html.includes('<') ? html.replace(inline, '').replace(tag, ' ') : html;
  const text = untagged.includes('&') ? untagged.replace(entity, character) : untagged;
  return text.replace(/\s+/g, ' ').trim();
}

function character(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
