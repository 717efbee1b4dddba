// The programs of a bundle for Claude Desktop: `node scripts/desktop.ts` builds them into dist/desktop, from where the
// command `intercom-mcp bundle` takes them.
import { fileURLToPath } from 'node:url';
import { buildDesktop } from './desktop/build-desktop.ts';

await buildDesktop(fileURLToPath(new URL('../dist/desktop', import.meta.url)));
