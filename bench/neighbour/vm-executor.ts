import { createContext, runInContext } from 'node:vm';

/** Host functions that a program calls as `name.function(…)`; codemode's `ResolvedProvider`. */
interface Provider {
  readonly name: string;
  readonly fns: Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;
}

/** What a program came to; codemode's `ExecuteResult`. */
interface Executed {
  readonly result: unknown;
  readonly error?: string;
  readonly logs: readonly string[];
}

/** What codemode runs programs with; its `Executor`. */
export interface Executor {
  readonly execute: (code: string, providers: readonly Provider[]) => Promise<Executed>;
}

/**
 * Runs programs in `node:vm` with the manners of codemode's own executor for Workers: what crosses is JSON, an error crosses
 * as its message, the console is kept. It limits their time and guards nothing else: good for a measurement, and for nothing
 * that a stranger wrote.
 */
export function createVmExecutor({ timeout = 60_000 }: { timeout?: number } = {}): Executor {
  return {
    execute: async (code, providers) => {
      const logs: string[] = [];
      const keep =
        (mark: string) =>
        (...values: unknown[]) => {
          logs.push(mark + values.map(String).join(' '));
        };
      const console = { log: keep(''), warn: keep('[warn] '), error: keep('[error] ') };
      const context = createContext({ ...GLOBALS, console, __call: (request: string) => call(request, providers) });
      let timer: NodeJS.Timeout | undefined;
      try {
        const running: unknown = runInContext(`${providers.map(proxyOf).join('\n')}\n(${code})()`, context, {
          timeout,
        });
        const late = new Promise((_, reject) => {
          timer = setTimeout(() => reject(new Error('Execution timed out')), timeout);
        });
        return { result: await Promise.race([running, late]), logs };
      } catch (error) {
        return { result: undefined, error: messageOf(error), logs };
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** What programs have in a Worker, as far as these tasks may want it. */
const GLOBALS = {
  ...{ structuredClone, URL, URLSearchParams, TextEncoder, TextDecoder, atob, btoa },
  ...{ setTimeout, clearTimeout, crypto },
};

/** JavaScript that makes a provider's functions of the one function which crosses. */
function proxyOf({ name }: Provider): string {
  return `const ${name} = new Proxy({}, {
  get: (_, fn) => typeof fn !== 'string' ? undefined : async (...args) => {
    const { result, error } = JSON.parse(await __call(JSON.stringify({ provider: ${JSON.stringify(name)}, fn, args })));
    if (error !== undefined) throw new Error(error);
    return result;
  },
});`;
}

async function call(request: string, providers: readonly Provider[]): Promise<string> {
  const { provider, fn, args }: { provider: string; fn: string; args: unknown[] } = JSON.parse(request);
  const fns = providers.find(({ name }) => name === provider)?.fns ?? {};
  try {
    const found = Object.hasOwn(fns, fn) ? fns[fn] : undefined;
    if (found === undefined) throw new Error(`Tool "${fn}" not found`);
    return JSON.stringify({ result: await found(...args) });
  } catch (error) {
    return JSON.stringify({ error: messageOf(error) });
  }
}

/** What was thrown may come of the program's own realm, where it is no `Error` of ours, or be no error at all. */
function messageOf(thrown: unknown): string {
  const message: unknown = Object(thrown).message;
  return typeof message === 'string' ? message : String(thrown);
}
