#!/usr/bin/env node
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { leastNode, supportsNode } from './process/supports-node.ts';

// Nothing else may be imported here but where Node is new enough: an old one fails on it with a stack that says nothing.
const { engines } = manifest;
if (supportsNode(process.versions.node, engines.node)) {
  // Half of the start of a checkout is taking types out of sources; kept beside its packages, where nobody else writes.
  if (import.meta.url.endsWith('.ts'))
    module.enableCompileCache(
      fileURLToPath(new URL('../node_modules/.cache/intercom-mcp-toolkit/compiled', import.meta.url)),
    );
  void import('./program.ts').then(({ runProgram }) => runProgram());
} else {
  const least = leastNode(engines.node);
  console.error(
    `intercom-mcp needs Node ${least} or newer, and this is Node ${process.versions.node}: https://nodejs.org`,
  );
  process.exitCode = 1;
}
