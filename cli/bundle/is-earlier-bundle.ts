import { strFromU8, unzipSync } from 'fflate';
import { isRecord } from '../../runtime/value/value.ts';
import { bundleName } from './desktop-manifest.ts';

/** Bytes that a manifest has at most: what claims to be larger is none of ours, and is not unpacked. */
const LARGEST = 1024 * 1024;

/** Whether some bytes are a bundle that an earlier run wrote, of whichever workspace. */
export function isEarlierBundle(bytes: Uint8Array): boolean {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === 'manifest.json' && originalSize <= LARGEST,
    });
    const manifest: unknown = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    return isRecord(manifest) && typeof manifest.name === 'string' && isOurs(manifest.name);
  } catch {
    return false;
  }
}

function isOurs(name: string): boolean {
  return name === bundleName() || name.startsWith(`${bundleName()}-`);
}
