#!/usr/bin/env node
import manifest from '../package.json' with { type: 'json' };
import { leastNode, supportsNode } from './process/supports-node.ts';

// Nothing else may be imported here but when Node is new enough: an old one fails on it with a stack that says nothing.
const { engines } = manifest;
if (supportsNode(process.versions.node, engines.node)) {
  void import('./program.ts').then(({ runProgram }) => runProgram());
} else {
  const least = leastNode(engines.node);
  console.error(
    `intercom-mcp needs Node ${least} or newer, and this is Node ${process.versions.node}: https://nodejs.org`,
  );
  process.exitCode = 1;
}
