import { ConfigError } from '../value/errors.ts';

/** The answer to a request that does not bring the token, by its `Authorization`; undefined where it does. */
export type BearerCheck = (authorization: string | null | undefined) => Promise<Response | undefined>;

/** Asks for a token; throws {@link ConfigError} for one that no client could send. */
export function requireBearer(token: string): BearerCheck {
  if (!/^[!-~]+$/.test(token)) {
    throw new ConfigError(
      'The token for clients is empty, or has a character that cannot be sent in a header, such as a space.',
      'Take a random one: openssl rand -base64 32',
    );
  }
  let expected: Promise<Uint8Array> | undefined;
  return async (authorization) => {
    const brought = /^Bearer +([!-~]+)$/i.exec(authorization ?? '')?.[1];
    if (brought === undefined) return refuse('This server asks for a token: send Authorization: Bearer <token>.', '');
    expected ??= digest(token);
    // Of digests, so that the time says nothing about how much of the token was right.
    if (isEqual(await digest(brought), await expected)) return undefined;
    return refuse('The token is not the one that this server asks for.', ', error="invalid_token"');
  };
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.reduce((difference, byte, index) => difference | (byte ^ (b[index] ?? 0)), 0) === 0;
}

function refuse(message: string, error: string): Response {
  const headers = { 'www-authenticate': `Bearer realm="mcp"${error}` };
  return Response.json({ jsonrpc: '2.0', error: { code: -32000, message }, id: null }, { status: 401, headers });
}
