// Adds a released bundle to server.json, for the registry of MCP servers: `node scripts/release/add-bundle.ts FILE ADDRESS`, where ADDRESS is
// that of the release's file. A release does so; the digest is of that file alone and is not committed.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

const FILE = new URL('../../server.json', import.meta.url);

/** The text of server.json with a bundle at an address as one more of its packages, in place of an earlier one. */
export function addBundle(
  text: string,
  { bytes, address }: { readonly bytes: Uint8Array; readonly address: string },
): string {
  const server = JSON.parse(text);
  const bundle = {
    registryType: 'mcpb',
    identifier: address,
    fileSha256: createHash('sha256').update(bytes).digest('hex'),
    transport: { type: 'stdio' },
  };
  const others = server.packages.filter(
    ({ registryType }: { readonly registryType: string }) => registryType !== 'mcpb',
  );
  return `${JSON.stringify({ ...server, packages: [...others, bundle] }, null, 2)}\n`;
}

if (import.meta.main) {
  const [path, address] = process.argv.slice(2);
  if (path === undefined || address === undefined)
    throw new Error('Give a bundle and the address that it is released at.');
  await writeFile(FILE, addBundle(await readFile(FILE, 'utf8'), { bytes: await readFile(path), address }));
}
