import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const modules = new URL('../node_modules/', import.meta.url);

/** A file of a compiler or judge that is installed beside these tests. */
export function judge(path: string): string {
  return fileURLToPath(new URL(path, modules));
}

/** Whether they are installed; said loudly where not. */
export const judgesInstalled = existsSync(modules);
if (!judgesInstalled) console.warn('SKIPPED: no compilers and judges; install them with npm ci --prefix test/package');

/** What publint finds wrong with an unpacked package. */
export async function publintFindings(pkgDir: string): Promise<string[]> {
  const { publint } = await import(judge('publint/src/index-node.js'));
  const { messages } = z
    .object({ messages: z.array(z.object({ code: z.string(), type: z.string(), path: z.array(z.string()) })) })
    .parse(await publint({ pkgDir, pack: false, strict: true }));
  // The condition of a checkout names sources, which are not published.
  const wrong = messages.filter(
    ({ type, path }) => type !== 'suggestion' && !path.includes('intercom-mcp-toolkit:source'),
  );
  return wrong.map(({ code, path }) => `${code} ${path.join('.')}`);
}

/** What arethetypeswrong finds wrong with the types in a tarball. */
export async function wrongTypes(tarball: string): Promise<string[]> {
  const { checkPackage, createPackageFromTarballData } = await import(judge('@arethetypeswrong/core/dist/index.js'));
  const data = new Uint8Array(await readFile(tarball));
  const { problems } = z
    .object({ problems: z.array(z.looseObject({ kind: z.string(), resolutionKind: z.string().optional() })) })
    .parse(await checkPackage(createPackageFromTarballData(data)));
  return problems.filter((problem) => !isWanted(problem)).map((problem) => JSON.stringify(problem));
}

// Modules only: `require` of an older Node, and compilers that know no `exports`, do not find them.
function isWanted({ kind, resolutionKind }: { kind: string; resolutionKind?: string | undefined }): boolean {
  return kind === 'CJSResolvesToESM' || (kind === 'NoResolution' && resolutionKind === 'node10');
}
