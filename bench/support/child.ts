import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type ProcessUsage, processUsage } from './process-usage.ts';
import { type Command, startProgram } from './run-program.ts';

/** A program of Node beside this one that says where it listens in a line of its output. */
export interface Child extends AsyncDisposable {
  /** The first address in what it says. */
  readonly url: string;
  /** All of the line that has it. */
  readonly line: string;
  readonly usage: () => ProcessUsage | undefined;
}

/** Milliseconds in which a program has to say its address. */
const PATIENCE = 60_000;

/** Starts a program and waits for its address, on either of its outputs; disposing of it ends it. */
export async function startChild(command: Command): Promise<Child> {
  const child = startProgram(command);
  const ended = once(child, 'close');
  let said = '';
  const line = await new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${why}: ${said.trim().slice(-300)}`));
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (text) => {
        said = `${said}${text}\n`.slice(-2_000);
        if (/https?:\/\/[^\s"',]+/.test(text)) resolve(text);
      });
    child.once('error', reject).once('close', (code) => fail(`ended with ${code}`));
    setTimeout(fail, PATIENCE, 'said no address').unref();
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    url: /https?:\/\/[^\s"',]+/.exec(line)?.[0] ?? '',
    line,
    usage: () => processUsage(child.pid),
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      child.kill();
      await ended;
    },
  };
}
