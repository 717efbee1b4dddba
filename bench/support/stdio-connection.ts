import * as z from 'zod';
import { type ProcessUsage, processUsage } from './process-usage.ts';
import { type Command, startProgram } from './run-program.ts';

/** A server in a process of its own that is spoken to in lines: JSON-RPC as it is, so that no client's time is measured. */
export interface StdioConnection extends AsyncDisposable {
  /** The answer to a request, its line as it came; throws where the server refuses or ends. */
  readonly request: (method: string, params?: object) => Promise<{ readonly result: unknown; readonly line: string }>;
  readonly usage: () => ProcessUsage | undefined;
}

const message = z.looseObject({
  id: z.number().optional(),
  method: z.string().optional(),
  result: z.unknown().optional(),
  error: z.looseObject({ message: z.string() }).optional(),
});

/** Milliseconds after which no answer is waited for any more. */
const PATIENCE = 120_000;

/** Starts a server and greets it by `initialize`. */
export async function connectStdio(command: Command): Promise<StdioConnection> {
  const child = startProgram(command);
  const waiting = new Map<number, (line: string | Error) => void>();
  let complaints = '';
  let rest: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-2_000);
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    rest.push(text);
    // A line of megabytes comes in many pieces.
    if (!text.includes('\n')) return;
    const lines = rest.join('').split('\n');
    rest = lines.splice(-1);
    // An answer names its request near one of its ends, so that large ones are not parsed to find out.
    for (const line of lines) {
      const id = /"id":(\d+)/.exec(line.slice(0, 60))?.[1] ?? /"id":(\d+)\}\s*$/.exec(line.slice(-40))?.[1];
      waiting.get(Number(id))?.(line);
    }
  });
  child.stdin.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    const end = (why: string): void => {
      for (const settle of waiting.values()) settle(new Error(`${why}: ${complaints.trim().slice(-300)}`));
      resolve();
    };
    child.once('error', ({ message: why }) => end(why)).once('close', (code) => end(`the server ended with ${code}`));
  });

  let last = 0;
  const send = (body: object): void => void child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...body })}\n`);
  const connection: StdioConnection = {
    request: async (method, params = {}) => {
      last += 1;
      const id = last;
      let timer: NodeJS.Timeout | undefined;
      const answer = new Promise<string | Error>((resolve) => {
        waiting.set(id, resolve);
        timer = setTimeout(() => resolve(new Error(`no answer to ${method}: ${complaints.trim()}`)), PATIENCE);
      });
      send({ id, method, params });
      const line = await answer;
      clearTimeout(timer);
      waiting.delete(id);
      if (line instanceof Error) throw line;
      return {
        line,
        get result() {
          return resultOf(line);
        },
      };
    },
    usage: () => processUsage(child.pid),
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
  try {
    await connection.request('initialize', {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'bench', version: '1' },
    });
    send({ method: 'notifications/initialized' });
    return connection;
  } catch (error) {
    await connection[Symbol.asyncDispose]();
    throw error;
  }
}

function resultOf(line: string): unknown {
  const { result, error } = message.parse(JSON.parse(line));
  if (error !== undefined) throw new Error(error.message);
  return result;
}
