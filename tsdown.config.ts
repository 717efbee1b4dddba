import { defineConfig, type UserConfig } from 'tsdown';

// Declarations come from tsc, a file for a file: a bundler of declarations adds names that no module has.
const shared = { unbundle: true, dts: false, fixedExtension: false } satisfies UserConfig;

/** The command line imports the generator by its path in a checkout, and by the name of its package once both are built. */
const generatorByName = {
  name: 'generator-by-name',
  resolveId: (source: string) =>
    source.endsWith('/generator/index.ts') ? { id: 'intercom-mcp-generator', external: true } : undefined,
};

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
      'generated/intercom/index.ts',
      'generated/intercom/tools/*.ts',
      'sandbox/index.ts',
      'gateway/index.ts',
    ],
    outDir: 'dist',
    plugins: [generatorByName],
    copy: [{ from: 'generated/intercom/types/schema.d.ts', to: 'dist/generated/intercom/types' }],
  },
  {
    ...shared,
    cwd: 'generator',
    entry: ['index.ts'],
    outDir: 'dist',
    copy: ['templates'],
  },
]);
