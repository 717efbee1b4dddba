import { createHash } from 'node:crypto';

/** The SHA-256 of parts, each by its name: a part that moves, grows or goes makes another one. In hexadecimal. */
export function digestOf(parts: Iterable<readonly [name: string, content: string | Uint8Array]>): string {
  const hash = createHash('sha256');
  for (const [name, content] of parts) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    hash.update(`${JSON.stringify(name)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
