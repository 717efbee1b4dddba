import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { serveCodemode } from './neighbour/codemode.ts';

// Cloudflare's code mode over the official description, on a sample workspace: what ours is measured against by
// `node bench/tasks.ts`. It is used as its makers mean it: its own tools, words, types and search.

const HELP = `usage, with intercom-mcp sandbox --rate-limit 100000 running:
  npm install --prefix FOLDER @cloudflare/codemode@0.5.6 @modelcontextprotocol/sdk@1 zod@4 @cfworker/json-schema@4
  node bench/neighbour.ts --packages FOLDER --description FILE [--base-url URL] [--port NUMBER]
FOLDER is a scratch folder outside of this repository, FILE the official description (YAML or JSON).`;

const { values } = parseArgs({
  options: {
    packages: { type: 'string' },
    description: { type: 'string' },
    'base-url': { type: 'string', default: 'http://127.0.0.1:4010' },
    port: { type: 'string', default: '0' },
  },
});
const { packages, description, 'base-url': baseUrl, port } = values;
if (packages === undefined || description === undefined) {
  console.error(HELP);
  process.exitCode = 2;
} else {
  const spec: unknown = parse(readFileSync(description, 'utf8'), { uniqueKeys: false });
  console.log(await serveCodemode({ packages, spec, baseUrl, port: Number(port) }));
}
