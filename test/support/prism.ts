import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { prismProgram } from '../judges/prism-program.ts';

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** The official description, which is kept beside the repository and never in it; undefined where it is missing. */
export const officialDescription = [fromRoot('../shared/specs/intercom-2.16.yaml')].find((file) => existsSync(file));

/** A mock server that judges every request by a description that we did not write. */
export interface Prism extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts Stoplight's Prism for a description on a free loopback port, and resolves once it answers. Answers that it makes
 * up are the same every time.
 */
export function startPrism(description: string): Promise<Prism> {
  return start(['mock', '--seed', 'prism', description]);
}

/**
 * Starts Prism between a client and a server on this machine: it passes on what it judges, and reports what violates the
 * description, in requests and in answers, in the header `sl-violations`.
 */
export function startPrismProxy(description: string, upstream: string): Promise<Prism> {
  return start(['proxy', description, upstream]);
}

/** Times that Prism is started anew where it ends by itself. */
const MOST_RESTARTS = 3;

async function start([mode = '', ...rest]: readonly string[]): Promise<Prism> {
  const port = await freePort();
  const options = ['--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'fatal'];
  const url = `http://127.0.0.1:${port}`;
  let isWanted = true;
  let restarts = 0;
  let child = run();
  for (const start = Date.now(); !(await answers(url)); await sleep(100)) {
    if (restarts > MOST_RESTARTS) throw new Error('Prism ends again and again');
    if (Date.now() - start > 60_000) {
      stop();
      throw new Error('Prism did not answer within a minute');
    }
  }
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      stop();
      await ended;
    },
  };

  function stop(): void {
    isWanted = false;
    child.kill();
  }

  /** A judge that ends is no verdict on what it judges: it says why, and another takes its place at the same address. */
  function run(): ChildProcess {
    const started = spawn(process.execPath, [prismProgram, mode, ...options, ...rest], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    started.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4000);
    });
    started.once('exit', (code, signal) => {
      if (!isWanted) return;
      restarts += 1;
      console.warn(`Prism ended by itself (${signal ?? `exit code ${code}`}). ${said}`);
      if (restarts <= MOST_RESTARTS) child = run();
    });
    return started;
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
