import { readBytes } from '../http/read-bytes.ts';

/** True for a gzip file, whatever its headers call it (RFC 1952, section 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** The content of a gzip file; undefined where it is damaged, or larger than `maxBytes` once unpacked. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Uint8Array | undefined> {
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return await readBytes(new Response(unpacked), maxBytes).catch(() => undefined);
}
