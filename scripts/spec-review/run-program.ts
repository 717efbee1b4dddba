import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** What a program came to. */
interface Ended {
  readonly isDone: boolean;
  /** The end of what it said, without colours. */
  readonly said: string;
}

/** Runs a program to its end. */
export type Run = (program: string, args: readonly string[]) => Promise<Ended>;

/** Characters of an output that are kept: what failed is told at its end. */
const KEPT = 20_000;

/** Runs programs in a folder, `node` by the one that runs this, and shows on standard error what they say. */
export function runIn(cwd: string): Run {
  return (program, args) =>
    new Promise((resolve, reject) => {
      const child = spawn(program === 'node' ? process.execPath : program, args, {
        cwd,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => {
          process.stderr.write(text);
          said = (said + text).slice(-KEPT);
        });
      child.on('error', reject);
      child.on('close', (code) => resolve({ isDone: code === 0, said: stripVTControlCharacters(said) }));
    });
}
