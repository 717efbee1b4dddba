import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const workspace = z.object({
  url: z.string(),
  admin: z.string(),
  contacts: z.array(z.string()).min(1),
  plain: z.array(z.string()).min(1),
  hostile: z.array(z.string()).min(1),
});

/** A sample workspace in a process of its own, and ids of what is in it. */
export type SoakWorkspace = z.infer<typeof workspace> & AsyncDisposable;

const measured = z.object({
  rss: z.number(),
  heapUsed: z.number(),
  /** Milliseconds by which the event loop came late. */
  delay: z.object({ max: z.number(), p99: z.number() }),
});

/** What a gateway's process holds, in bytes, after a collection of garbage. */
export type Measured = z.infer<typeof measured>;

/** A gateway in a process of its own. */
export interface SoakGateway extends AsyncDisposable {
  readonly url: string;
  readonly measure: () => Promise<Measured>;
  /** The most memory that it was seen with, in bytes. */
  readonly peak: () => number;
  /** Begins anew with the delays of the event loop. */
  readonly forget: () => void;
  /** Shifts its clock by these milliseconds. */
  readonly shiftClock: (by: number) => void;
  /** Whether it ended by itself. */
  readonly hasEnded: () => boolean;
}

/** Milliseconds between two looks at a process's memory. */
const LOOK = 500;

/** Starts the sample workspace. */
export async function startWorkspace(): Promise<SoakWorkspace> {
  const child = new Child('workspace-child.ts', []);
  return { ...workspace.parse(await child.line()), [Symbol.asyncDispose]: () => child.end() };
}

/** Starts a gateway over a store that others may be over as well. */
export async function startGateway(...args: readonly string[]): Promise<SoakGateway> {
  const child = new Child('gateway-child.ts', args);
  const { url } = z.object({ url: z.string() }).parse(await child.line());
  let peak = 0;
  const look = async (): Promise<void> => {
    const { rss } = z.object({ rss: z.number() }).parse(await child.ask('rss'));
    peak = Math.max(peak, rss);
  };
  // That it ended by itself is seen elsewhere.
  const looking = setInterval(() => look().catch(() => {}), LOOK);
  return {
    url,
    measure: async () => measured.parse(await child.ask('measure')),
    peak: () => peak,
    forget: () => child.tell('forget'),
    shiftClock: (by) => child.tell(`clock ${by}`),
    hasEnded: () => child.hasEnded,
    [Symbol.asyncDispose]: async () => {
      clearInterval(looking);
      await child.end();
    },
  };
}

/** A program of this folder that is asked and answers in lines. */
class Child {
  hasEnded = false;
  private readonly process: ChildProcessByStdio<Writable, Readable, null>;
  private readonly lines: Interface;
  private readonly ended: Promise<unknown>;
  private last: Promise<unknown> = Promise.resolve();

  constructor(file: string, args: readonly string[]) {
    const path = fileURLToPath(new URL(file, import.meta.url));
    this.process = spawn(process.execPath, ['--expose-gc', path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdin.on('error', () => {});
    this.lines = createInterface({ input: this.process.stdout });
    this.ended = once(this.process, 'exit').then(() => {
      this.hasEnded = true;
    });
  }

  async line(): Promise<unknown> {
    const ended = this.ended.then(() => Promise.reject(new Error('a process ended by itself')));
    const [line] = await Promise.race([once(this.lines, 'line'), ended]);
    return JSON.parse(String(line));
  }

  tell(line: string): void {
    this.process.stdin.write(`${line}\n`);
  }

  /** One question after the other, because answers have no names. */
  ask(line: string): Promise<unknown> {
    const answer = this.last.then(() => {
      const answered = this.line();
      this.tell(line);
      return answered;
    });
    this.last = answer.catch(() => {});
    return answer;
  }

  async end(): Promise<void> {
    this.process.stdin.end();
    await this.ended;
  }
}
