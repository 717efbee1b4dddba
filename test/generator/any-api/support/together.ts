import type { Diagnostic } from '../../../../generator/diagnostics/diagnostics.ts';
import type { Json } from '../../../../generator/json/json-schema.ts';
import { answers, description } from './describe.ts';
import { generated, type SendOptions, type Sent } from './wire.ts';

/** One operation of several that are generated at once: its path is that of a description of its own. */
export interface Part {
  readonly method?: string;
  readonly path?: string;
  readonly own: Json;
}

/** Tools of operations that were generated at once, by their place among these. */
export interface Together extends AsyncDisposable {
  /** Calls a tool; `raw` is the address behind the server's. */
  readonly send: (at: number, args: unknown, options?: SendOptions) => Promise<Sent>;
  /** The names of a tool's arguments. */
  readonly keys: (at: number) => string[];
  readonly diagnostics: (at: number) => Diagnostic[];
}

/** Generates from one description that has all these operations, each below a path of its own. */
export async function generatedTogether(parts: readonly Part[]): Promise<Together> {
  const paths = parts.map(({ method = 'get', path = '/x', own }, at) => {
    return [`/c${at}${path}`, { [method]: { operationId: `operate${at}`, responses: answers(), ...own } }];
  });
  const made = await generated({ doc: description(Object.fromEntries(paths)) });
  const entryOf = (at: number) => {
    const entry = made.catalog.find(({ path }) => path.startsWith(`/c${at}/`));
    if (!entry) throw new Error(`there is no tool of the part ${at}`);
    return entry;
  };
  return {
    send: async (at, args, options) => {
      const sent = await made.send(args, { tool: entryOf(at).name, ...options });
      return { ...sent, raw: sent.raw.replace(`https://api.example.test/v1/c${at}`, '') };
    },
    keys: (at) => Object.keys(entryOf(at).inputSchema.properties ?? {}).filter((key) => key !== 'fields'),
    diagnostics: (at) => made.diagnostics.filter(({ pointer }) => pointer.startsWith(`/paths/~1c${at}~1`)),
    [Symbol.asyncDispose]: () => made[Symbol.asyncDispose](),
  };
}
