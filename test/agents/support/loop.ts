import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AgentOptions } from '../../../runtime/agents/index.ts';

/** An agent over one SDK: from a prompt to all the texts that the model said. */
export type Loop = (
  options: AgentOptions,
  request: {
    /** Where the scripted model is. */
    readonly url: string;
    readonly prompt: string;
    readonly signal: AbortSignal;
    readonly isStreaming: boolean;
  },
) => Promise<string>;

/** Whether the SDKs are there; said loudly where they are not. */
export const sdksInstalled = existsSync(new URL('../node_modules/@anthropic-ai/sdk', import.meta.url));
if (!sdksInstalled) console.warn('SKIPPED: the SDKs are absent; install them with npm ci --prefix test/agents');

/** The loop of one of `sdks/`, which a plain checkout cannot compile: the SDKs are not there. */
export async function loadLoop(name: string): Promise<Loop> {
  const { loop }: { loop: Loop } = await import(fileURLToPath(new URL(`../sdks/${name}.ts`, import.meta.url)));
  return loop;
}
