// The picture of the README: `npm run demo:picture` runs the demo and writes what it prints to docs/images/demo.svg.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { styledLines, terminalPicture } from './demo/terminal-picture.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = execFileSync(process.execPath, ['--conditions=intercom-mcp-toolkit:source', 'examples/demo/main.ts'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, FORCE_COLOR: '1' },
});
const lines = styledLines(`\u001b[1m$ npm run demo\u001b[0m\n\n${output}`);
writeFileSync(
  `${root}/docs/images/demo.svg`,
  terminalPicture(lines, 'Two workflows of a support team over MCP, as npm run demo prints them'),
);
