import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'tsdown';
import { jsonAsText } from './scripts/command/plugins.ts';

// Declarations come from tsc, a file for a file: a bundler of declarations adds names that no module has.
const shared = { unbundle: true, dts: false, fixedExtension: false } satisfies UserConfig;

/** Libraries that go into the package as one file each, so that nobody has to install them, and the packages that are in that file. */
const inlined = {
  // Takes the types out of programs.
  sucrase: {
    outDir: 'dist/runtime/code/box',
    packages: ['sucrase', 'lines-and-columns', 'ts-interface-checker', '@jridgewell/gen-mapping'],
  },
} as const;

const inlinedByFile = {
  name: 'inlined-by-file',
  resolveId: (source: string) =>
    Object.hasOwn(inlined, source) ? { id: `./${source}.js`, external: true } : undefined,
};

/** One of those files, with the licences of what is in it in front. */
function inline(name: keyof typeof inlined): UserConfig {
  const { outDir, packages } = inlined[name];
  const licences = packages
    .map((each) => `${each}:\n\n${readFileSync(`node_modules/${each}/LICENSE`, 'utf8').trim()}`)
    .join('\n\n');
  return {
    dts: false,
    fixedExtension: false,
    entry: { [name]: name },
    outDir,
    deps: { alwaysBundle: /./ },
    inputOptions: { resolve: { mainFields: ['module', 'main'] } },
    minify: true,
    banner: `/*!\n${licences.replaceAll('*/', '* /')}\n*/`,
  };
}

export default defineConfig([
  {
    ...shared,
    entry: [
      'runtime/index.ts',
      'runtime/tool/index.ts',
      'intercom/index.ts',
      'intercom/catalog.ts',
      'runtime/mcp/index.ts',
      'runtime/mcp/node.ts',
      'runtime/mcp/code-mode.ts',
      'runtime/agents/index.ts',
      'runtime/code/box/box-thread.ts',
      'generated/intercom*/index.ts',
      'generated/intercom*/tools/*.ts',
      'intercom/open-api.ts',
      'intercom/hosting.ts',
      'intercom/api-2.*.ts',
      'sandbox/index.ts',
      'gateway/index.ts',
    ],
    outDir: 'dist',
    plugins: [inlinedByFile, jsonAsText],
    copy: ['intercom', 'intercom-2.14', 'intercom-2.15'].map((api) => ({
      from: `generated/${api}/types/schema.d.ts`,
      to: `dist/generated/${api}/types`,
    })),
  },
  inline('sucrase'),
  {
    ...shared,
    cwd: 'generator',
    entry: ['index.ts'],
    outDir: 'dist',
    copy: ['templates'],
  },
]);
