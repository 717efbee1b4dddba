import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, rolldown } from 'rolldown';
import { licencesOf } from './licences-of.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The programs of a bundle for Claude Desktop, each as one file without packages: the check of Node, the server, a thread of code mode. */
const programs = {
  'index.js': 'cli/desktop/main.ts',
  'server.js': 'cli/desktop/serve-desktop.ts',
  'box-thread.js': 'runtime/code/box/box-thread.ts',
} as const;

/** The server of another API, and what its generated tools import: they share what they have in common. */
const apiPrograms = {
  server: join(root, 'cli/desktop/serve-another.ts'),
  tool: join(root, 'runtime/tool/index.ts'),
  runtime: join(root, 'runtime/index.ts'),
  zod: 'zod/mini',
} as const;

/** Whatever the check of Node loads stays a file of its own: an older one cannot even read it. */
const serverByFile: Plugin = {
  name: 'server-by-file',
  resolveId: (source) => (source === './serve-desktop.ts' ? { id: './server.js', external: true } : undefined),
};

/** Builds those programs into a folder, with the icon, and the licences of all that is in them. */
export async function buildDesktop(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const modules = new Set<string>();
  for (const [file, input] of Object.entries(programs)) {
    const build = await rolldown({
      input: join(root, input),
      cwd: root,
      platform: 'node',
      resolve: { mainFields: ['module', 'main'] },
      plugins: [serverByFile],
    });
    const { output } = await build.write({
      file: join(folder, file),
      format: 'esm',
      codeSplitting: false,
      minify: true,
    });
    await build.close();
    for (const chunk of output) if (chunk.type === 'chunk') for (const id of chunk.moduleIds) modules.add(id);
  }
  const build = await rolldown({
    input: apiPrograms,
    cwd: root,
    platform: 'node',
    preserveEntrySignatures: 'strict',
    resolve: { mainFields: ['module', 'main'] },
  });
  const { output } = await build.write({
    dir: join(folder, 'api'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    minify: true,
  });
  await build.close();
  for (const chunk of output) if (chunk.type === 'chunk') for (const id of chunk.moduleIds) modules.add(id);
  await copyFile(join(root, 'dashboard/icon.png'), join(folder, 'icon.png'));
  await writeFile(join(folder, 'licences.txt'), await licencesOf([...modules]));
}
