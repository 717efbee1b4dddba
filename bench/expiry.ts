import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openStore } from '../gateway/index.ts';
import { newKeys } from '../gateway/secrets/keyring.ts';
import { newToken } from '../gateway/secrets/tokens.ts';

// A server with the shortest life that the API takes, in a real process by the real clock: asked for once a second until
// it is refused, its record cannot be read, and its row is deleted.

const LIFE = 60_500;
const ADMIN_KEY = newToken('admin');
const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'intercom-mcp-expiry-'));
const file = join(folder, 'gateway.db');
const child = spawn(
  process.execPath,
  [main, 'gateway', '--port', '0', '--sandbox', '--sandbox-port', '0', '--store', file, '--log', 'error'],
  {
    env: { PATH: process.env.PATH ?? '', GATEWAY_KEYS: newKeys(), GATEWAY_ADMIN_KEY: ADMIN_KEY },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
const ended = once(child, 'exit');
try {
  await watch(await greeting());
} finally {
  child.kill('SIGTERM');
  const [code] = await ended;
  await rm(folder, { recursive: true });
  console.log(`the process ended with ${code}`);
}

interface Started {
  readonly url: string;
  readonly accountId: string;
}

/** What the command prints once it listens. */
async function greeting(): Promise<Started> {
  let said = '';
  for await (const line of createInterface(child.stdout)) {
    said += `${line}\n`;
    if (line.includes('Ctrl+C')) break;
  }
  const [, url] = /^Gateway +(\S+)/m.exec(said) ?? [];
  const [, accountId] = /^Account +(\S+)/m.exec(said) ?? [];
  if (url === undefined || accountId === undefined) throw new Error(`the gateway did not start: ${said}`);
  return { url, accountId };
}

async function watch({ url, accountId }: Started): Promise<void> {
  const path = `${url}/integrated-account/${accountId}/mcp`;
  const authorization = `Bearer ${ADMIN_KEY}`;
  const create = async (life: number) => {
    const expiresAt = Date.now() + life;
    const response = await fetch(path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Short-lived', expires_at: new Date(expiresAt).toISOString() }),
    });
    return { status: response.status, body: await response.json(), expiresAt };
  };
  const tooShort = await create(59_000);
  expect(tooShort.status === 400, `a life of 59 s is refused: ${tooShort.body.error?.message}`);
  const { status, body, expiresAt } = await create(LIFE);
  expect(status === 201, `created, with a life of ${LIFE} ms`);

  const call = async () => {
    const response = await fetch(body.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': '2025-06-18',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'get_single_intercom_me', arguments: {} },
      }),
    });
    const answer = await response.text();
    return { status: response.status, isRight: answer.includes('149302'), answer };
  };
  const record = async () => (await fetch(`${path}/${body.id}`, { headers: { authorization } })).status;
  await using store = await openStore(file);

  let taken = 0;
  let refusedAt: number | undefined;
  let goneAt: number | undefined;
  let deletedAt: number | undefined;
  while (deletedAt === undefined) {
    const began = Date.now();
    const called = await call();
    if (Date.now() < expiresAt) {
      if (called.status !== 200 || !called.isRight) throw new Error(`a valid call: ${called.status} ${called.answer}`);
      taken += 1;
    } else if (began >= expiresAt) {
      if (called.status !== 410) throw new Error(`taken after its end: ${called.status} ${called.answer}`);
      if (refusedAt === undefined) say(`410 ${called.answer}`);
      refusedAt ??= began;
    }
    if (goneAt === undefined && (await record()) === 404) {
      goneAt = Date.now();
      say('the API answers 404');
    }
    if ((await store.servers.getById(body.id)) === undefined) {
      deletedAt = Date.now();
      say('its row is deleted');
    }
    if (began > expiresAt + 30_000) throw new Error('its row is still there');
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 - (Date.now() - began))));
  }
  expect(taken > 50, `${taken} calls were answered before its end`);
  expect(refusedAt !== undefined && refusedAt - expiresAt < 1500, 'refused by the next call after its end');
  expect(goneAt !== undefined && goneAt >= expiresAt && goneAt - expiresAt < 1500, 'gone from the API at its end');
  expect(deletedAt >= expiresAt && deletedAt - expiresAt < 15_000, 'deleted by the clearing every ten seconds');
  expect((await call()).status === 410, 'the URL answers 410 after its row was deleted');

  function say(what: string): void {
    console.log(`${((Date.now() - expiresAt) / 1000).toFixed(2)} s after its end: ${what}`);
  }
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
  console.log(`ok: ${what}`);
}
