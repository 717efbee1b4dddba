import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'tsdown';

// Declarations come from tsc, a file for a file: a bundler of declarations adds names that no module has.
const shared = { unbundle: true, dts: false, fixedExtension: false } satisfies UserConfig;

/** The command line imports the generator by its path in a checkout, and by the name of its package once both are built. */
const generatorByName = {
  name: 'generator-by-name',
  resolveId: (source: string) =>
    source.endsWith('/generator/index.ts') ? { id: 'intercom-mcp-generator', external: true } : undefined,
};

/** Types of programs are taken out by sucrase, which goes into the package as one file, so that nobody has to install it. */
const sucraseByFile = {
  name: 'sucrase-by-file',
  resolveId: (source: string) => (source === 'sucrase' ? { id: './sucrase.js', external: true } : undefined),
};

/** The licences of what goes into that file, in front of it. */
const licences = ['sucrase', 'lines-and-columns', 'ts-interface-checker', '@jridgewell/gen-mapping']
  .map((name) => `${name}:\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8').trim()}`)
  .join('\n\n');

export default defineConfig([
  {
    ...shared,
    entry: [
      'cli/main.ts',
      'runtime/index.ts',
      'runtime/tool/tool.ts',
      'intercom/index.ts',
      'intercom/catalog.ts',
      'runtime/mcp/index.ts',
      'runtime/mcp/node.ts',
      'runtime/mcp/code-mode.ts',
      'runtime/code/box/box-thread.ts',
      'generated/intercom/index.ts',
      'generated/intercom/tools/*.ts',
      'sandbox/index.ts',
      'gateway/index.ts',
    ],
    outDir: 'dist',
    plugins: [generatorByName, sucraseByFile],
    copy: [{ from: 'generated/intercom/types/schema.d.ts', to: 'dist/generated/intercom/types' }],
  },
  {
    dts: false,
    fixedExtension: false,
    entry: { sucrase: 'sucrase' },
    outDir: 'dist/runtime/code/box',
    deps: { alwaysBundle: /./ },
    inputOptions: { resolve: { mainFields: ['module', 'main'] } },
    minify: true,
    banner: `/*!\n${licences.replaceAll('*/', '* /')}\n*/`,
  },
  {
    ...shared,
    cwd: 'generator',
    entry: ['index.ts'],
    outDir: 'dist',
    copy: ['templates'],
  },
]);
