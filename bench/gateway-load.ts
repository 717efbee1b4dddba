import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

// Calls of tools through the gateway and through a bare server of the SDK, in turns over the same sample workspace:
//   npx node bench/gateway-load.ts [seconds for each] [connections] [an empty store]
const [seconds = '60', connections = '16', store = ':memory:'] = process.argv.slice(2);
const SLICE = 5;

const calls: readonly [string, Record<string, unknown>][] = [
  ['get_single_intercom_me', {}],
  ['list_all_intercom_admins', {}],
  ['get_single_intercom_conversation_by_id', { conversation_id: '104857392' }],
  ['list_all_intercom_articles_search', { phrase: 'password' }],
  ['list_all_intercom_search_contacts', { query: { field: 'role', operator: '=', value: 'user' }, limit: 5 }],
  ['list_all_intercom_teams', {}],
];

interface Program {
  readonly url: string;
  readonly memory: () => Promise<string>;
  readonly stop: () => void;
}

async function start(...args: string[]): Promise<Program> {
  const file = fileURLToPath(new URL('gateway-load-server.ts', import.meta.url));
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, ['--expose-gc', file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [url] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${args[0]} ended; a store has to be empty`))),
  ]);
  return {
    url: String(url),
    memory: async () => {
      child.stdin.write('\n');
      const [line] = await once(lines, 'line');
      return String(line);
    },
    stop: () => child.stdin.end(),
  };
}

class Load {
  readonly latencies: number[] = [];
  errors = 0;
  milliseconds = 0;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async run(duration: number, counts = true): Promise<void> {
    const began = performance.now();
    const until = began + duration * 1000;
    await Promise.all(
      Array.from({ length: Number(connections) }, async (_, index) => {
        for (let turn = index; performance.now() < until; turn += 1) {
          const [name, args] = calls[turn % calls.length] ?? ['', {}];
          const sent = performance.now();
          const isGood = await this.call(name, args);
          if (!counts) continue;
          this.latencies.push(performance.now() - sent);
          if (!isGood) this.errors += 1;
        }
      }),
    );
    if (counts) this.milliseconds += performance.now() - began;
  }

  private call(name: string, args: object): Promise<boolean> {
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientCapabilities': {},
      'io.modelcontextprotocol/clientInfo': { name: 'load', version: '1' },
    };
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name, arguments: args, _meta },
    });
    return new Promise((resolve, reject) => {
      const sent = request(
        this.url,
        {
          method: 'POST',
          agent: this.agent,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            accept: 'application/json, text/event-stream',
            'mcp-protocol-version': '2026-07-28',
            'mcp-method': 'tools/call',
            'mcp-name': name,
          },
        },
        async (response) => {
          let text = '';
          for await (const chunk of response.setEncoding('utf8')) text += chunk;
          resolve(response.statusCode === 200 && text.includes('"content"') && !text.includes('"isError":true'));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  quantile(part: number): number {
    const sorted = this.latencies.toSorted((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  }

  get rate(): number {
    return this.latencies.length / (this.milliseconds / 1000);
  }

  close(): void {
    this.agent.destroy();
  }
}

const sandbox = await start('sandbox');
const programs = { gateway: await start('gateway', sandbox.url, store), bare: await start('bare', sandbox.url) };
const loads = { gateway: new Load(programs.gateway.url), bare: new Load(programs.bare.url) };
const kinds = ['gateway', 'bare'] as const;
for (const kind of kinds) await loads[kind].run(3, false);
const memory: Record<(typeof kinds)[number], string[]> = { gateway: [], bare: [] };
for (const kind of kinds) memory[kind].push(await programs[kind].memory());
for (let turn = 0; turn < Number(seconds) / SLICE; turn += 1) {
  // The first of a pair changes, so that none always follows a pause.
  for (const kind of turn % 2 === 0 ? kinds : kinds.toReversed()) {
    await loads[kind].run(SLICE);
    memory[kind].push(await programs[kind].memory());
  }
  process.stderr.write(`\r${(turn + 1) * SLICE} of ${seconds} s`);
}
process.stderr.write('\r\x1b[K');

console.log(
  `${seconds} s each in turns of ${SLICE} s, ${connections} connections, ${calls.length} tools, store ${store}\n`,
);
console.log(
  '           calls/s   p50 ms   p99 ms   errors   MiB of heap after a collection, of all, at start, middle, end',
);
for (const kind of kinds) {
  const load = loads[kind];
  const sizes = memory[kind];
  const shown = [sizes[0], sizes[Math.floor(sizes.length / 2)], sizes.at(-1)].join(', ');
  console.log(
    [
      kind.padEnd(8),
      load.rate.toFixed(0).padStart(9),
      load.quantile(0.5).toFixed(2).padStart(8),
      load.quantile(0.99).toFixed(2).padStart(8),
      String(load.errors).padStart(8),
      `  ${shown}`,
    ].join(' '),
  );
}
console.log(`\ngateway / bare: ${(loads.gateway.rate / loads.bare.rate).toFixed(2)}`);
for (const kind of kinds) {
  loads[kind].close();
  programs[kind].stop();
}
sandbox.stop();
