#!/usr/bin/env node
import { mkdirSync, statSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { leastNode, supportsNode } from './process/supports-node.ts';

// Nothing else may be imported here but where Node is new enough: an old one fails on it with a stack that says nothing.
const { engines } = manifest;
if (supportsNode(process.versions.node, engines.node)) {
  keepCompiled();
  void import('./program.ts').then(({ runProgram }) => runProgram());
} else {
  const least = leastNode(engines.node);
  console.error(
    `intercom-mcp needs Node ${least} or newer, and this is Node ${process.versions.node}: https://nodejs.org`,
  );
  process.exitCode = 1;
}

/**
 * Keeps what Node compiled for the next start. It lies in the folder of the program itself, so that who could plant something
 * there could as well change the program. Nothing is kept where nothing can be written, as in a package that root installed,
 * nor by another user than the owner, who could not remove it any more.
 */
function keepCompiled(): void {
  const root = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '..' : '../..', import.meta.url));
  const folder = join(root, 'node_modules/.cache/intercom-mcp-toolkit/compiled');
  try {
    if (process.getuid !== undefined && statSync(root).uid !== process.getuid()) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return;
  }
  module.enableCompileCache(folder);
}
