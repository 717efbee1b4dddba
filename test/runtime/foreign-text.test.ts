import { expect, test } from 'vitest';
import { plainAddress } from '../../gateway/http/address-set.ts';
import { bearerOf } from '../../gateway/http/bearer-of.ts';
import { redirectTarget } from '../../gateway/oauth/server/redirect-uri.ts';
import { searchContacts } from '../../generated/intercom/tools/contacts.ts';
import { toPortableKey } from '../../generator/normalize/keys.ts';
import { plainText } from '../../generator/text/plain-text.ts';
import { snakeCase } from '../../generator/text/words.ts';
import { adviseOnError } from '../../intercom/advice.ts';
import { answerRules } from '../../intercom/answer-rules.ts';
import { catalog } from '../../intercom/catalog.ts';
import { intercomProfile } from '../../intercom/profile.ts';
import { asPlainText, textMediaType } from '../../runtime/content/media-type.ts';
import { textContent } from '../../runtime/content/text.ts';
import { toolIndexOf } from '../../runtime/discovery/tool-index.ts';
import { readErrorEnvelope } from '../../runtime/http/error-envelope.ts';
import { readRateLimit, readRetryAfter } from '../../runtime/http/rate-limit.ts';
import { createRedactor } from '../../runtime/http/redact.ts';
import { readArguments } from '../../runtime/input/read-input.ts';
import { readLine, refuseLongLine } from '../../runtime/mcp/read-line.ts';
import { cutText } from '../../runtime/shape/cut-text.ts';
import { readFields } from '../../runtime/shape/fields.ts';
import { languageOf } from '../../runtime/shape/html/code.ts';
import { lookOf } from '../../runtime/shape/html/hidden-element.ts';
import { convertHtml } from '../../runtime/shape/html/html-to-markdown.ts';
import { stripInvisible } from '../../runtime/shape/html/invisible.ts';
import { escapeTags, looksLikeHtml } from '../../runtime/shape/html/looks-like-html.ts';
import { webAddress } from '../../runtime/shape/html/web-address.ts';
import { isWanted } from '../../runtime/shape/parts-request.ts';
import { isoTime } from '../../runtime/shape/time.ts';
import { path } from '../../runtime/tool/path.ts';
import { ByteWriter } from '../../runtime/value/byte-text.ts';
import { didYouMean } from '../../runtime/value/nearest.ts';
import { createSealer } from '../../runtime/value/sealer.ts';
import { asInteger } from '../../runtime/value/value.ts';
import { expectLinear } from '../support/expect-linear.ts';
import { TOKEN } from '../support/recorder.ts';

const sealer = createSealer('secret');
const wanting = { rules: answerRules, readText: (_: string, text: string) => text };
/** A quarter of the characters; work in proportion to the square of all of them takes seconds. */
const SIZE = 15_000;

const pieces = [
  ...[
    ' ',
    '\n',
    '\t',
    '\r',
    'a',
    'A',
    '0',
    '_',
    '.',
    ',',
    ':',
    ';',
    '-',
    '/',
    '\\',
    '@',
    '#',
    '|',
    '"',
    "'",
    '`',
    '*',
    '%',
  ],
  ...[
    '<',
    '>',
    '[',
    ']',
    '(',
    '{',
    '}',
    '&',
    '=',
    '?',
    '+',
    '\u00a0',
    '\u200d',
    '\ufe0f',
    '\u2018',
    '\ud800',
    'é',
    '字',
    '😀',
  ],
  ...[
    'a_',
    'a.',
    'a@',
    '<a ',
    '<A',
    '<title',
    '<!--',
    '<p>',
    '</p>',
    '<b x=0>',
    '{%',
    '```',
    '`a ',
    '**a',
    '__a ',
    '[](',
    '![',
    '\n|',
    ' |\n',
  ],
  ...[
    '\\"',
    '":',
    '{"a":',
    '[[',
    '&#',
    '&amp',
    '%2',
    '%25',
    'rgb(',
    'url(',
    '/*',
    'a:',
    'a;',
    '-1',
    '1 ',
    ' a',
    '\n ',
    '\n#',
    '\n> ',
    'aA',
    'A_',
    TOKEN.slice(0, -1),
  ],
];

/** Each piece again and again, with a beginning or an end that keeps a pattern from fitting. */
const hostile = pieces.flatMap((piece) => {
  const many = (size: number) => piece.repeat(size / piece.length);
  return [(size: number) => `${many(size)}\0`, (size: number) => `<${many(size)}`];
});

/** All headers of an answer have 16 KiB. */
function header(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '').slice(0, text.length / 4);
}

/** What a caller would be refused for is no matter here. */
function tryTo(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(RangeError);
  }
}

const profile = intercomProfile;
const redactor = createRedactor([TOKEN]);
const index = toolIndexOf(catalog, profile);
const attribute = (text: string) => new Map([['style', text]]);
const search = (query: unknown) => readArguments(searchContacts, { query }, { profile });

const readers: Record<string, (text: string) => unknown> = {
  'the body of an error': (text) => readErrorEnvelope(`<html>${text}`, redactor),
  'the message of an error': (text) =>
    readErrorEnvelope(JSON.stringify({ errors: [{ message: text, code: text }] }), redactor),
  'the link of an error': (text) => adviseOnError({ status: 410, link: header(text) } as never),
  'headers of a rate limit': (text) => {
    const headers = new Headers({ 'x-ratelimit-reset': header(text), 'retry-after': header(text), date: header(text) });
    return [readRateLimit(headers), readRetryAfter(headers)];
  },
  'a credential': (text) => bearerOf(new Headers({ authorization: `Bearer ${header(text)}` })),
  'an address': (text) => [plainAddress(header(text)), redirectTarget(text), webAddress(text)],
  'a text with a token': redactor.text,
  'JSON with a token': (text) => redactor.json(JSON.stringify(text)),
  'invisible characters': stripInvisible,
  'the look of HTML': (text) => [
    looksLikeHtml('body', `${text}<`, answerRules),
    looksLikeHtml('x', `<p>${text}`, answerRules),
  ],
  'tags in Markdown': escapeTags,
  'a style': (text) => lookOf(attribute(text), [255, 255, 255]),
  'a colour': (text) =>
    lookOf(attribute(`color:${text};background:${text};font:${text};clip:${text}`), [255, 255, 255]),
  'the class of code': languageOf,
  'code in HTML': (text) => convertHtml(`<p><code>${text}</code><pre><code>${text}`),
  'a text that is cut': (text) => [cutText(text, { longest: 1000 }), textContent(text)],
  'the type of a file': (text) => [textMediaType(text, text), asPlainText(new TextEncoder().encode(text))],
  'a time and a number': (text) => [isoTime(text), asInteger(text)],
  'a cursor': (text) => sealer.open(text, ['a']),
  'a text that is packed': (text) => new ByteWriter().text(text).bytes,
  'words to find in parts': (text) => isWanted({ body: text }, { order: 'newest', words: ['a'] }, wanting),
  'names of fields': (text) => readFields([text, `+${text}@1`]),
  'a part of an address': (text) => path`/things/${text}`,
  'a word that is mistyped': (text) => didYouMean(text, ['contact', 'company']),
  'a line of stdio': (text) => [
    readLine(text),
    refuseLongLine({ first: text.slice(0, 256), last: text.slice(-256) }, 1),
  ],
  'words for tools': (text) => index.search(text, new Set()),
  'a search': (text) => search(text),
  'the field of a search': (text) => search({ field: text, operator: '=', value: 1 }),
  'the value of a search': (text) => search({ field: 'created_at', operator: '>', value: text.slice(0, 19_000) }),
  'prose of a description': (text) => plainText(text, 300),
  'a name of a description': (text) => [snakeCase(text), toPortableKey(text)],
};

test.each(Object.entries(readers))('%s takes time in proportion to its length, whatever it is', (_, read) => {
  for (const make of hostile) {
    expectLinear(SIZE, (size) => {
      const text = make(size);
      return () => tryTo(() => read(text));
    });
  }
});
