import manifest from '../../package.json' with { type: 'json' };
import { leastNode, supportsNode } from '../process/supports-node.ts';

// The client's log shows what is said here. Nothing else may be imported but where Node is new enough.
const { node } = manifest.engines;
if (supportsNode(process.versions.node, node))
  void import('./serve-desktop.ts').then(({ serveDesktop }) => serveDesktop());
else {
  console.error(`intercom-mcp needs Node ${leastNode(node)} or newer, and this is Node ${process.versions.node}.`);
  process.exitCode = 1;
}
