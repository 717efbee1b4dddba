import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '../../runtime/value/errors.ts';
import { systemCode } from './system-code.ts';

/** Milliseconds between two looks, how often one looks, and after how many milliseconds a lock is left over from a crash. */
const PAUSE = 50;
const LOOKS = 200;
const STALE = 30_000;

/** Does some work on a file while no other process does any: a lock beside it says so. Throws {@link ConfigError} where there is no getting it. */
export async function locked<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const lock = `${path}.lock`;
  await take(lock);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<void> {
  await mkdir(dirname(lock), { recursive: true, mode: 0o700 }).catch(() => undefined);
  for (let look = 0; look < LOOKS; look += 1) {
    try {
      await (await open(lock, 'wx', 0o600)).close();
      return;
    } catch (cause) {
      if (systemCode(cause) !== 'EEXIST')
        throw new ConfigError(
          `${lock} cannot be written (${systemCode(cause)}).`,
          'Look whether you may write there.',
          {
            cause,
          },
        );
    }
    const there = await stat(lock).catch(() => undefined);
    if (there !== undefined && Date.now() - there.mtimeMs > STALE) await putAside(lock);
    else await sleep(PAUSE);
  }
  throw new ConfigError(`Another process holds ${lock}.`, 'Wait for it to end. If there is none, remove that file.');
}

/** Of several that do this at once one succeeds, and nobody removes the lock that a faster one has taken. */
async function putAside(lock: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  await rename(lock, aside).catch(() => undefined);
  await rm(aside, { force: true });
}
