import { tidyMessage } from '../../runtime/mcp/tidy-message.ts';
import { hasWideObject } from '../../runtime/value/json-text.ts';
import type { Places } from './places.ts';
import { BROKEN_OFF, NO_BATCH, NO_JSON, type Refusal, TOO_LARGE, TOO_MANY_LARGE, TOO_MANY_MEMBERS } from './refusal.ts';

/** Bytes that a request may have. */
const LIMIT = 4 * 1024 * 1024;

/** Bytes from which on a body is a large one, of which only so many are read at the same time. */
const LARGE = 64 * 1024;

/** The JSON of a body, or why there is none. */
export type Read = { readonly message: unknown } | { readonly refusal: Refusal };

/**
 * The JSON of a request's body, read up to 4 MiB; whether it is a message is for the SDK to say. A batch, which the
 * revision 2025-03-26 alone has, is refused: its calls would count as one against the limits, and share an audit entry's
 * facts. One that is larger than 64 KiB takes a place of `large` under the key while it is read.
 */
export async function readMessage(request: Request, large: Places, key: string): Promise<Read> {
  let leave: (() => void) | undefined;
  const takeLarge = (): boolean => {
    leave ??= large.take(key);
    return leave !== undefined;
  };
  try {
    const text = await readText(request, takeLarge);
    return typeof text === 'string' ? parse(text) : { refusal: text };
  } finally {
    leave?.();
  }
}

function parse(text: string): Read {
  if (hasWideObject(text)) return { refusal: TOO_MANY_MEMBERS };
  try {
    const message: unknown = JSON.parse(text);
    return Array.isArray(message) ? { refusal: NO_BATCH } : { message: tidyMessage(message) };
  } catch {
    return { refusal: NO_JSON };
  }
}

async function readText(request: Request, takeLarge: () => boolean): Promise<string | Refusal> {
  const length = request.headers.get('content-length');
  // Node ends a body at its declared length.
  if (length !== null) {
    if (!(Number(length) <= LIMIT)) return TOO_LARGE;
    if (Number(length) > LARGE && !takeLarge()) return TOO_MANY_LARGE;
    return request.text().catch(() => BROKEN_OFF);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const read = await reader?.read().catch(() => BROKEN_OFF);
    if (read === BROKEN_OFF) return BROKEN_OFF;
    const chunk = read !== undefined && 'value' in read ? read.value : undefined;
    if (chunk === undefined) break;
    size += chunk.byteLength;
    if (size > LIMIT) return TOO_LARGE;
    if (size > LARGE && !takeLarge()) return TOO_MANY_LARGE;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
