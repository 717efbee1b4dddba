import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { planTools } from '../../../../generator/build/plan-tools.ts';
import { build } from '../../../../generator/generate-anew.ts';
import type { Json } from '../../../../generator/json/json-schema.ts';
import { loadDocument } from '../../../../generator/load/load.ts';
import type { Tool } from '../../../../runtime/tool/tool.ts';
import { description } from '../../support/fixture.ts';

/** The temporary folder, inside of the project so that generated modules find their packages. */
export const root = new URL('../../../../.tmp/', import.meta.url).pathname;

/** All that the generator makes of a few paths, in memory. */
export async function built(paths: Json, more: Json = {}) {
  const spec = join(root, `${randomUUID()}.json`);
  await mkdir(root, { recursive: true });
  try {
    await writeFile(spec, JSON.stringify(description(paths, more)));
    return await build({ spec, name: 'acme', runtime: '../../../runtime/tool/index.ts' });
  } finally {
    await rm(spec, { force: true });
  }
}

/** The tools of a few paths, before any text of them is written. */
export async function planned(paths: Json, more: Json = {}) {
  const loaded = await loadDocument('acme.json', description(paths, more), []);
  return planTools(loaded, { name: 'acme', expectWords: false });
}

/** Generated files on the disk, removed at the end of the scope, and their tools by name. */
export async function written(files: ReadonlyMap<string, string>) {
  const folder = join(root, randomUUID());
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const module: Record<string, unknown> = await import(pathToFileURL(join(folder, 'index.ts')).href);
  const tools = Object.values(module).filter(isTool);
  return { folder, tools, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

function isTool(value: unknown): value is Tool {
  return typeof value === 'object' && value !== null && 'request' in value;
}
