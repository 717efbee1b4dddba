import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** What `server.ts` says of itself. */
interface Said {
  /** Milliseconds of CPU time, of all its threads. */
  readonly cpu: number;
  /** MiB of its heap after a collection, of all that it has. */
  readonly memory?: string;
}

/** A process of a load test. */
export interface Program {
  readonly url: string;
  /** `profile` begins to sample it, a file's path ends that and writes the profile there. */
  readonly ask: (what?: 'memory' | 'profile' | (string & {})) => Promise<Said>;
  readonly stop: () => void;
}

/** Starts `sandbox`, or `gateway` or `bare` over the address of one; a gateway takes an empty store as well. */
export async function startProgram(kind: 'sandbox' | 'gateway' | 'bare', ...args: readonly string[]): Promise<Program> {
  const file = fileURLToPath(new URL('server.ts', import.meta.url));
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    ['--expose-gc', file, kind, ...args],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout });
  const [url] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${kind} ended; a store has to be empty`))),
  ]);
  return {
    url: String(url),
    ask: async (what = '') => {
      child.stdin.write(`${what}\n`);
      const [said] = await once(lines, 'line');
      return JSON.parse(String(said)) as Said;
    },
    stop: () => child.stdin.end(),
  };
}
