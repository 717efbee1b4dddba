/** Takes a client's secrets out of what came from outside. */
export interface Redactor {
  readonly text: (text: string) => string;
  /** Parses JSON; throws as `JSON.parse`. */
  readonly json: (text: string) => unknown;
  /** Changes texts and keys within a value of plain objects and lists, and answers it. */
  readonly value: (value: unknown) => unknown;
  readonly bytes: (bytes: Uint8Array) => Uint8Array;
  /** Takes out another secret as well, as from now: a token that was fetched. */
  readonly learn: (secret: string) => void;
}

/** Finds secrets as they are, in Base64 (as in a `Basic` credential), percent-encoded, and behind JSON's escapes, in linear time. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const fixed = secrets.filter((secret) => secret.length >= SHORTEST).map(secretOf);
  let learnt: readonly Secret[] = [];
  let known = longestFirst(fixed);
  const learn = (secret: string): void => {
    if (secret.length < SHORTEST || known.some(({ whole }) => whole === secret)) return;
    learnt = [secretOf(secret), ...learnt].slice(0, MOST_LEARNT);
    known = longestFirst([...fixed, ...learnt]);
  };
  const holds = (text: string): boolean => known.some(({ forms }) => forms.some((form) => text.includes(form)));
  const text = (whole: string): string =>
    known.reduce((rest, { forms }) => forms.reduce((done, form) => done.replaceAll(form, MARK), rest), whole);
  const value = (root: unknown): unknown =>
    known.length === 0 ? root : redactWithin(root, (part) => (holds(part) ? text(part) : part));
  return {
    text,
    value,
    learn,
    json: (source) => {
      const parsed: unknown = JSON.parse(source);
      // A walk costs more than a look.
      return holds(source) || known.some(({ escaped }) => escaped.test(source)) ? value(parsed) : parsed;
    },
    bytes: (bytes) =>
      redactBytes(
        bytes,
        known.flatMap(({ forms }) => forms),
      ),
  };
}

/** A text that nobody may read, and how it is found. */
interface Secret {
  readonly whole: string;
  readonly forms: readonly string[];
  readonly escaped: RegExp;
}

/** A secret may be a part of another one. */
function longestFirst(secrets: readonly Secret[]): readonly Secret[] {
  return secrets.toSorted((one, other) => other.whole.length - one.whole.length);
}

function secretOf(whole: string): Secret {
  return { whole, forms: formsOf(whole), escaped: escapesOf(whole) };
}

/** Tokens that were fetched: those that ended long ago are nothing any more. */
const MOST_LEARNT = 8;

/** What stands in the place of a secret. */
const MARK = '[token]';

/** Characters below which a secret would be found in words. */
const SHORTEST = 8;

/** The ways in which a token can stand in a text; longer ones that contain shorter ones first. */
function formsOf(token: string): string[] {
  const bytes = [...new TextEncoder().encode(token)];
  const base64 = [0, 1, 2].map((offset) => base64Core(bytes, offset));
  const url = base64.map((core) => core.replaceAll('+', '-').replaceAll('/', '_'));
  const percent = encodeURIComponent(token);
  const json = JSON.stringify(token).slice(1, -1);
  const query = new URLSearchParams([['', token]]).toString().slice(1);
  const plain = [token, json, json.replaceAll('/', '\\/'), percent, percent.toLowerCase(), query];
  // Short ends of Base64 stand in other texts as well.
  const all = [...plain, ...[...base64, ...url].filter((core) => core.length >= SHORTEST)];
  return [...new Set(all)];
}

/** The characters of a Base64 text that are the token's alone, where it begins `offset` bytes behind a group of three. */
function base64Core(bytes: readonly number[], offset: number): string {
  const encoded = btoa(String.fromCharCode(...Array<number>(offset).fill(0), ...bytes));
  const end = Math.floor(((offset + bytes.length) * 8) / 6);
  return encoded.slice(Math.ceil((offset * 8) / 6), end);
}

/** Finds an escape of JSON that stands for a character of the token. */
function escapesOf(token: string): RegExp {
  const characters = [...new Set(token.split(''))];
  const codes = characters.map((character) => `u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const marks = characters.filter((character) => '/"\\'.includes(character)).map((mark) => `\\${mark}`);
  return new RegExp(`\\\\(?:${[...codes, ...marks].join('|')})`, 'i');
}

/** Without recursion: what comes from outside may be of any depth. */
function redactWithin(root: unknown, redact: (text: string) => string): unknown {
  if (typeof root === 'string') return redact(root);
  const waiting: object[] = typeof root === 'object' && root !== null ? [root] : [];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const [key, value] of Object.entries(parent)) {
      const name = Array.isArray(parent) ? key : redact(key);
      const changed = typeof value === 'string' ? redact(value) : value;
      if (name !== key) Reflect.deleteProperty(parent, key);
      if (name !== key || changed !== value) set(parent, name, changed);
      if (typeof value === 'object' && value !== null) waiting.push(value);
    }
  }
  return root;
}

/** As JSON.parse does it: `__proto__` is a key like any other. */
function set(parent: object, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Bytes of the same number, so that a file keeps its form; ASCII is the same in every encoding that this reads. */
function redactBytes(bytes: Uint8Array, forms: readonly string[]): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes);
  let copy: Uint8Array | undefined;
  for (const form of new Set(forms.map(latinOf))) {
    for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length)) {
      copy ??= Uint8Array.from(bytes);
      copy.fill(STAR, at, at + form.length);
    }
  }
  return copy ?? bytes;
}

/** A text as its UTF-8 looks, a character a byte. */
function latinOf(text: string): string {
  return new TextDecoder('latin1').decode(new TextEncoder().encode(text));
}

const STAR = 0x2a;
