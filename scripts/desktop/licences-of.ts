import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The licences of this project, of the description that its tools are made from, and of all packages that some files are of; throws where a package brings none. */
export async function licencesOf(files: readonly string[]): Promise<string> {
  const own = [
    { name: 'intercom-mcp-toolkit', file: join(root, 'LICENSE') },
    { name: "Intercom's OpenAPI description", file: join(root, 'specs/intercom/LICENSE-intercom-openapi') },
  ];
  const folders = new Set(files.flatMap((file) => FOLDER.exec(file)?.[0] ?? []));
  const others = await Promise.all([...folders].sort().map(licenceIn));
  const texts = [...own, ...others].map(
    async ({ name, file }) => `${name}\n\n${(await readFile(file, 'utf8')).trim()}\n`,
  );
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}

async function licenceIn(folder: string): Promise<{ readonly name: string; readonly file: string }> {
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (file === undefined) throw new Error(`${name} has no licence to hand on: ${folder}`);
  return { name, file: join(folder, file) };
}

/** The folder of a package, the innermost one. */
const FOLDER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
