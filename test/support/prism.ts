import { spawn } from 'node:child_process';
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

async function start([mode = '', ...rest]: readonly string[]): Promise<Prism> {
  const port = await freePort();
  const options = ['--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'fatal'];
  const child = spawn(process.execPath, [prismProgram, mode, ...options, ...rest], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  for (const start = Date.now(); !(await answers(url)); await sleep(100)) {
    if (child.exitCode !== null) throw new Error(`Prism ended with exit code ${child.exitCode}`);
    if (Date.now() - start > 60_000) {
      child.kill();
      throw new Error('Prism did not answer within a minute');
    }
  }
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
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
