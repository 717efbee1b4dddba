import { defineConfig } from 'tsdown';

export default defineConfig({
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
    'generator/index.ts',
  ],
  outDir: 'dist',
  unbundle: true,
  dts: true,
  copy: ['templates'],
});
