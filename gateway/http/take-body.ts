import type { MiddlewareHandler } from 'hono';
import { Problem } from '../problem/problem.ts';

/** Bytes that a body may have: 64 KiB. */
const LARGEST_BODY = 64 * 1024;

/**
 * Reads the whole body before what follows, so that a guard behind it judges at the time at which the request is there.
 * Throws a {@link Problem} for one that is larger than the API needs, and for one that breaks off.
 */
export function takeBody(): MiddlewareHandler {
  return async (c, next) => {
    const { raw } = c.req;
    if (raw.body === null) return next();
    // Node ends a body at its declared length.
    const length = raw.headers.has('transfer-encoding') ? null : raw.headers.get('content-length');
    if (length !== null && !(Number(length) <= LARGEST_BODY)) throw TOO_LARGE;
    const body = await readBytes(raw.body);
    c.req.raw = new Request(raw, { body });
    return next();
  };
}

async function readBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw brokenOff(cause);
    });
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > LARGEST_BODY) throw TOO_LARGE;
    chunks.push(value);
  }
}

const TOO_LARGE = new Problem(
  { status: 413, code: 'body_too_large' },
  `The body has more than ${LARGEST_BODY} bytes.`,
  'Send what the route takes alone.',
);

function brokenOff(cause: unknown): Problem {
  const problem = new Problem(
    { status: 400, code: 'incomplete_body' },
    'The body of this request broke off.',
    'Send it again, to its end.',
  );
  problem.cause = cause;
  return problem;
}
