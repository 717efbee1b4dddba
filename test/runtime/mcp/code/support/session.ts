import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Box } from '../../../../../runtime/code/box/box.ts';
import { createInProcessBox } from '../../../../../runtime/code/box/in-process-box.ts';
import { type CodeOptions, createCode } from '../../../../../runtime/mcp/code-mode.ts';
import type { McpServerOptions } from '../../../../../runtime/mcp/index.ts';
import type { Tool } from '../../../../../runtime/tool/tool.ts';
import { type Answer, type Recorder, record } from '../../../../support/recorder.ts';
import { detachTag, getThing, listThings, replyToThing } from '../../../../support/sample-tools.ts';
import { connections, type Elicit, serving } from '../../support/session.ts';

const file = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');

/** A box without threads: a test file that starts none ends at once. */
export const box: Box = createInProcessBox({ wasm: new WebAssembly.Module(readFileSync(file)) });

const things = listThings({ style: 'page', items: 'data', max: 50 });

/** Tools that read, write, remove and page. */
export const tools: readonly Tool[] = [getThing, replyToThing, detachTag, things];

/** Settings of {@link start}. */
export interface StartOptions extends Partial<McpServerOptions> {
  readonly elicit?: Elicit;
  readonly code?: Partial<CodeOptions>;
  /** One of the clients of `connections`. */
  readonly connection?: string;
  /** What the API answers. */
  readonly answer?: Answer;
  readonly tools?: readonly Tool[];
}

/** What a run of a program came to. */
export interface Ran {
  readonly isError: boolean;
  /** What it returned, or why it failed. */
  readonly first: string;
  /** What else was said. */
  readonly notes: string;
  readonly meta: Readonly<Record<string, unknown>>;
}

/** A client that is connected to a server in code mode, over an API that keeps what it was asked. */
export async function start({
  elicit,
  code,
  connection = 'modern, stdio',
  answer,
  tools: own = tools,
  ...options
}: StartOptions = {}) {
  const upstream: Recorder = await record(answer ?? (() => ({ body: { ok: true } })));
  const connect = connections[connection];
  if (connect === undefined) throw new Error(connection);
  const served = serving(own);
  const session = await connect(
    {
      ...served,
      client: upstream.client,
      toolbox: createCode({ profile: served.profile, box, confirm: options.confirm, ...code }),
      ...options,
    },
    elicit,
  );
  return {
    ...session,
    requests: upstream.requests,
    /** Runs a program. */
    run: async (
      code: string,
      { tool = 'run_code', ...more }: Record<string, unknown> & { tool?: string } = {},
    ): Promise<Ran> => {
      const { isError = false, content, _meta = {} } = await session.result(tool, { code, ...more });
      const [first = '', ...notes] = content.map((part) => String((part as { text?: unknown }).text));
      return { isError, first, notes: notes.join('\n'), meta: _meta };
    },
    [Symbol.asyncDispose]: async () => {
      await session[Symbol.asyncDispose]();
      await upstream[Symbol.asyncDispose]();
    },
  };
}
