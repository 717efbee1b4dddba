/** Marks what is percent-encoded; no JSON can hold it, so no argument of a model passes for encoded. */
const ENCODED: unique symbol = Symbol.for('intercom-mcp-toolkit/encoded');

/** A query or form value as it stands behind its name: percent-encoded, and its separators are none of its data. */
export interface Encoded {
  readonly [ENCODED]: true;
  readonly text: string;
}

/** Takes a text that is percent-encoded already. */
export function encoded(text: string): Encoded {
  return { [ENCODED]: true, text };
}

/** Whether a value is percent-encoded already. */
export function isEncoded(value: unknown): value is Encoded {
  return typeof value === 'object' && value !== null && ENCODED in value;
}

/** Percent-encodes all but the unreserved characters of RFC 3986; half a surrogate pair becomes U+FFFD. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, hex);
}

/**
 * Percent-encodes as `allowReserved` wants it (RFC 6570, reserved expansion): reserved characters and what is encoded already
 * stay, but for those that would end the value or mean a space: `#`, `&`, `+` and the brackets.
 */
export function percentEncodeReserved(text: string): string {
  return text.replace(/%[\da-f]{2}|[:/?@!$'()*,;=]|[^:/?@!$'()*,;=%]+|%/gi, (part) =>
    /^(?:%.|[:/?@!$'()*,;=])/.test(part) ? part : percentEncode(part),
  );
}

function hex(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}
