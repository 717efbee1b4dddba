import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from '../problem/problem.ts';

/** Bytes that a body may have: 64 KiB. */
const LARGEST_BODY = 64 * 1024;

/** Refuses larger bodies than the API needs. */
export function limitBody(): MiddlewareHandler {
  return bodyLimit({
    maxSize: LARGEST_BODY,
    onError: () => {
      throw TOO_LARGE;
    },
  });
}

const TOO_LARGE = new Problem(
  { status: 413, code: 'body_too_large' },
  `The body has more than ${LARGEST_BODY} bytes.`,
  'Send what the route takes alone.',
);
