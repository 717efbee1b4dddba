// The program of a thread: runs one boxed program after the other, each when it is told to.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { runProgram } from './run-program.ts';
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts';

if (parentPort !== null) listen(parentPort, workerData);

function listen(port: MessagePort, { wasm, turns }: ThreadData): void {
  const counter = new Int32Array(turns);
  const open = new Map<number, (answer: string) => void>();
  const { signal } = new AbortController();
  let last = 0;

  function post(message: FromThread): void {
    port.postMessage(message);
  }

  function ask(text: string): Promise<string> {
    return new Promise((resolve) => {
      last += 1;
      open.set(last, resolve);
      post({ kind: 'ask', id: last, text });
    });
  }

  async function run({ program, began }: Extract<ToThread, { kind: 'run' }>): Promise<void> {
    const tell = (line: string) => post({ kind: 'tell', line });
    const outcome = await runProgram(
      wasm,
      { ...program, ask, tell, signal },
      { onTurn: () => Atomics.add(counter, 0, 1), late: Math.max(0, Date.now() - began) },
    );
    open.clear();
    post({ kind: 'end', outcome });
  }

  port.on('message', (message: ToThread) => {
    if (message.kind === 'run') {
      void run(message);
      return;
    }
    open.get(message.id)?.(message.text);
    open.delete(message.id);
  });
}
