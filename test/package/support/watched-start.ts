import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

/** What a server had loaded when its tools were listed. */
export interface WatchedStart {
  readonly tools: number;
  /** Files, by their URLs. */
  readonly files: readonly string[];
  /** Modules of Node itself, as `process.moduleLoadList` names them. */
  readonly builtins: readonly string[];
}

const WATCH = `
import { registerHooks } from 'node:module';
const files = [];
registerHooks({ load: (url, context, next) => { if (url.startsWith('file:')) files.push(url); return next(url, context); } });
process.on('exit', () => process.stderr.write('LOADED ' + JSON.stringify({ files, builtins: process.moduleLoadList })));`;

const MESSAGES = [
  {
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  },
  { method: 'notifications/initialized' },
  { id: 2, method: 'tools/list', params: {} },
];

/** Starts `serve` of a built command over a workspace that says its name, lists the tools, and ends it by the end of its input. */
export async function watchedStart(main: string): Promise<WatchedStart> {
  const workspace = createServer((_, response) => {
    response.setHeader('Content-Type', 'application/json').end('{"type":"admin","id":"1","app":{"name":"Acme"}}');
  });
  await new Promise<void>((resolve) => workspace.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address.
  const { port } = workspace.address() as AddressInfo;
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(WATCH)}`, main, 'serve'],
    {
      env: {
        PATH: process.env.PATH,
        INTERCOM_MCP_CONFIG_DIR: '/nonexistent',
        INTERCOM_ACCESS_TOKEN: 'token-of-a-test',
        INTERCOM_BASE_URL: `http://127.0.0.1:${port}`,
      },
    },
  );
  const said = text(child.stderr);
  for (const message of MESSAGES) child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  let tools = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { id, result } = JSON.parse(line);
    if (id === 1 && !JSON.stringify(result).includes('Acme')) throw new Error(`The workspace was not asked: ${line}`);
    if (id !== 2) continue;
    tools = result.tools.length;
    child.stdin.end();
  }
  const [, loaded] = (await said).split('LOADED ');
  await new Promise((resolve) => workspace.close(resolve));
  if (loaded === undefined) throw new Error(`It ended: ${await said}`);
  return { tools, ...JSON.parse(loaded) };
}
