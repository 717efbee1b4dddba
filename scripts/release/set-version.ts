// Writes a version wherever one is committed beside the manifests of the packages: `node scripts/release/set-version.ts 1.2.3`.
import { readFile, writeFile } from 'node:fs/promises';

/** The files that say which version of the package they are of. */
export const VERSIONED = ['server.json', 'examples/claude-code-plugin/.claude-plugin/plugin.json'];

/** A text of JSON with another version in place of each that stands in it. */
export function withVersion(text: string, version: string): string {
  return text.replaceAll(/("version": )"[^"]*"/g, (_, key: string) => key + JSON.stringify(version));
}

if (import.meta.main) {
  const [version = ''] = process.argv.slice(2);
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error('Give a version, such as 1.2.3.');
  for (const path of VERSIONED) {
    const file = new URL(`../../${path}`, import.meta.url);
    await writeFile(file, withVersion(await readFile(file, 'utf8'), version));
  }
}
