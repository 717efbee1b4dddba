import type { ApiErrorEntry } from './errors.ts';

/** Characters in which a page has its title, and a message what it says. */
const LONGEST_HEAD = 4000;

/** Characters of one message. */
const LONGEST_MESSAGE = 500;

/** One line of what was meant for people: pages come down to their titles, long texts are cut. */
export function oneLine(value: string): string | undefined {
  const head = value.trimStart().slice(0, LONGEST_HEAD);
  const plain = isPage(head) ? (titleOf(head) ?? 'an HTML page') : head;
  const line = plain.replace(/\s+/g, ' ').trim();
  if (line === '') return undefined;
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}

/** What an error says that is no JSON: the code and message of an XML document, the title of a page, or the text itself. */
export function textEntries(body: string): ApiErrorEntry[] {
  const head = body.trimStart().slice(0, LONGEST_HEAD);
  const known = /^<[?!a-z]/i.test(head) && !isPage(head) ? xmlEntry(head) : undefined;
  if (known !== undefined) return [known];
  const message = oneLine(body);
  return message === undefined ? [] : [{ message }];
}

function isPage(head: string): boolean {
  return (
    /^<(?:!doctype html|html|head|body|title|h1|center)\b/i.test(head) ||
    (/^<(?:!--|!doctype|\?xml)/i.test(head) && /<html[\s>]/i.test(head))
  );
}

function titleOf(page: string): string | undefined {
  const texts = ['title', 'h1', 'h2'].map((name) => elementOf(page, [name]));
  return texts.find((text) => text !== undefined);
}

/** Elements that say what an XML error is and what it means, as AWS, Azure, SOAP and others call them. */
function xmlEntry(document: string): ApiErrorEntry | undefined {
  const code = elementOf(document, ['code', 'errorcode', 'faultcode']);
  const message = elementOf(document, [
    'message',
    'errormessage',
    'faultstring',
    'detail',
    'description',
    'title',
    'error',
  ]);
  if (message === undefined && code === undefined) return undefined;
  return { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
}

/** The text of the first element of some names, whatever its prefix, in the order of the names. */
function elementOf(document: string, names: readonly string[]): string | undefined {
  const found = new Map<string, string>();
  for (const [, name = '', text = ''] of document.matchAll(
    /<(?:[\w-]{1,40}:)?([\w-]{1,40})(?:\s[^<>]{0,500})?>(?:<!\[CDATA\[)?([^<]*)/g,
  )) {
    const key = name.toLowerCase();
    const line = decoded(text)
      .replace(/\s+/g, ' ')
      .replace(/\]\]>$/, '')
      .trim()
      .slice(0, LONGEST_MESSAGE);
    if (line !== '' && !found.has(key)) found.set(key, line);
  }
  return found.get(names.find((name) => found.has(name)) ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
