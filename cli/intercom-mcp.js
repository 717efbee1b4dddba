#!/usr/bin/env node
import { existsSync } from 'node:fs';

// What `npx intercom-mcp` runs: in a checkout the sources as they are, in the package, which has none, what was built of them.
const source = new URL('./main.ts', import.meta.url);
const main = existsSync(source) ? source : new URL('../dist/cli/main.js', import.meta.url);
await import(main.href).catch((error) => {
  if (error?.code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error;
  console.error(
    `This is Node ${process.versions.node}, and a checkout needs 22.19 or newer: npx intercom-mcp finds the one that npm ci brings.`,
  );
  process.exitCode = 1;
});
