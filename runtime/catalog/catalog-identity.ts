/** By what a list of tools is known: the same for the same tools, however they are served. */
export interface CatalogIdentity {
  /** The version of the API, and the beginning of the digest: `2.16+0f1e2d3c4b5a`. */
  readonly version: string;
  /** `sha256-` and 64 hexadecimal digits. */
  readonly digest: string;
}

/** What stands before the hexadecimal digits of a digest. */
export const ALGORITHM = 'sha256-';

/** Hexadecimal digits that tell catalogues apart: fewer are no pin, and people read no more. */
export const SHORTEST_DIGEST = 12;

/** The identity of the tools that have this digest, generated from this version of their API. */
export function catalogIdentity(digest: string, apiVersion: string | undefined): CatalogIdentity {
  const short = hexDigits(digest).slice(0, SHORTEST_DIGEST);
  return { version: apiVersion === undefined ? short : `${apiVersion}+${short}`, digest };
}

/** A digest without its algorithm. */
export function hexDigits(digest: string): string {
  return digest.startsWith(ALGORITHM) ? digest.slice(ALGORITHM.length) : digest;
}
