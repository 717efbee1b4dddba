import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRecord } from '../../runtime/value/value.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The licences of this project, of the description that its tools are made from, and of all packages that some files are of: of one that brings no text what its manifest says; throws where that says nothing. */
export async function licencesOf(files: readonly string[]): Promise<string> {
  const own = [
    { name: 'intercom-mcp-toolkit', file: join(root, 'LICENSE') },
    { name: "Intercom's OpenAPI description", file: join(root, 'specs/intercom/LICENSE-intercom-openapi') },
  ];
  const folders = new Set(files.flatMap((file) => FOLDER.exec(file)?.[0] ?? []));
  const others = await Promise.all([...folders].sort().map(licenceIn));
  const texts = [...(await Promise.all(own.map(read))), ...others];
  return texts.map(({ name, text }) => `${name}\n\n${text.trim()}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

interface Licence {
  readonly name: string;
  readonly text: string;
}

async function read({ name, file }: { readonly name: string; readonly file: string }): Promise<Licence> {
  return { name, text: await readFile(file, 'utf8') };
}

async function licenceIn(folder: string): Promise<Licence> {
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return file === undefined ? await licenceByManifest(name, folder) : await read({ name, file: join(folder, file) });
}

async function licenceByManifest(name: string, folder: string): Promise<Licence> {
  const { license, repository }: Record<string, unknown> = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  if (typeof license !== 'string') throw new Error(`${name} has no licence to hand on: ${folder}`);
  const url = isRecord(repository) ? repository.url : repository;
  return { name, text: [`Licence: ${license}`, ...(typeof url === 'string' ? [`Source: ${url}`] : [])].join('\n') };
}

/** The folder of a package, the innermost one. */
const FOLDER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
