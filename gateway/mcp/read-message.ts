import { hasWideObject } from '../../runtime/value/json-text.ts';
import { NO_BATCH, NO_JSON, type Refusal, TOO_LARGE, TOO_MANY_MEMBERS } from './refusal.ts';

/** Bytes that a request may have. */
const LIMIT = 4 * 1024 * 1024;

/**
 * The JSON of a request's body, read up to 4 MiB; whether it is a message is for the SDK to say. A batch, which the
 * revision 2025-03-26 alone has, is refused: its calls would count as one against the limits, and share an audit entry's facts.
 */
export async function readMessage(request: Request): Promise<{ message: unknown } | { refusal: Refusal }> {
  const text = await readText(request);
  if (text === undefined) return { refusal: TOO_LARGE };
  if (hasWideObject(text)) return { refusal: TOO_MANY_MEMBERS };
  try {
    const message: unknown = JSON.parse(text);
    return Array.isArray(message) ? { refusal: NO_BATCH } : { message };
  } catch {
    return { refusal: NO_JSON };
  }
}

async function readText(request: Request): Promise<string | undefined> {
  const length = request.headers.get('content-length');
  // Node ends a body at its declared length.
  if (length !== null) return Number(length) <= LIMIT ? request.text() : undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const chunk = (await reader?.read())?.value;
    if (chunk === undefined) break;
    size += chunk.byteLength;
    if (size > LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
