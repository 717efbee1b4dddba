/** Numbers and texts in few bytes, read back in the order in which they were written. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  /** A whole number from 0, in seven bits a byte. */
  number(value: number): this {
    let left = value;
    for (; left > 0x7f; left = Math.floor(left / 0x80)) this.#bytes.push((left % 0x80) | 0x80);
    this.#bytes.push(left);
    return this;
  }

  /** A text: of one in Base64, hexadecimal or decimal digits what it stands for. */
  text(value: string): this {
    const [form, bytes] = packed(value);
    this.number(bytes.length * FORMS.length + form);
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }
}

/** Reads what a {@link ByteWriter} wrote; NaN and an empty text behind the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.#bytes[this.#at] ?? Number.NaN;
      this.#at += 1;
      value += (byte & 0x7f) * scale;
      if (Number.isNaN(byte) || scale > MOST_SCALE) return Number.NaN;
      if (byte < 0x80) return value;
    }
  }

  text(): string {
    const head = this.number();
    if (Number.isNaN(head)) return '';
    const length = Math.floor(head / FORMS.length);
    const bytes = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return FORMS[head % FORMS.length]?.unpack([...bytes]) ?? '';
  }
}

/** 2^49: the largest digit of a safe integer. */
const MOST_SCALE = 0x80 ** 7;

/** A way to write texts of one kind in fewer bytes than characters. */
interface Form {
  readonly fits: RegExp;
  readonly pack: (text: string) => readonly number[];
  readonly unpack: (bytes: readonly number[]) => string;
}

const FORMS: readonly Form[] = [
  {
    fits: /^/,
    pack: (text) => [...new TextEncoder().encode(text)],
    unpack: (bytes) => new TextDecoder().decode(Uint8Array.from(bytes)),
  },
  { fits: /^[A-Za-z0-9+/]{8,}={0,2}$/, pack: (text) => codes(atob(text)), unpack: (bytes) => btoa(characters(bytes)) },
  {
    fits: /^(?:[0-9a-f]{2}){4,}$/,
    pack: (text) => (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)),
    unpack: (bytes) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  },
  {
    fits: /^[1-9]\d{3,14}$/,
    pack: (text) => [...new ByteWriter().number(Number(text)).bytes],
    unpack: (bytes) => String(new ByteReader(Uint8Array.from(bytes)).number()),
  },
];

/** The shortest form that gives the text back. */
function packed(text: string): [form: number, bytes: readonly number[]] {
  const fitting = FORMS.flatMap(({ fits, pack, unpack }, form): [number, readonly number[]][] => {
    if (!fits.test(text)) return [];
    try {
      const bytes = pack(text);
      return unpack(bytes) === text ? [[form, bytes]] : [];
    } catch {
      return [];
    }
  });
  return (
    fitting.toSorted(([, one], [, other]) => one.length - other.length)[0] ?? [0, [...new TextEncoder().encode(text)]]
  );
}

function codes(binary: string): number[] {
  return Array.from(binary, (one) => one.charCodeAt(0));
}

function characters(bytes: readonly number[]): string {
  return bytes.map((byte) => String.fromCharCode(byte)).join('');
}
