import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AgentOptions } from '../../../runtime/agents/index.ts';

/** An agent over one SDK: from a prompt to all the texts that the model said. */
export type Loop = (options: AgentOptions, request: Request & { readonly isStreaming: boolean }) => Promise<string>;

/** An agent over an SDK that asks for approval by itself; `decide` is the person. */
export type ApprovalLoop = (
  options: AgentOptions,
  request: Request & { readonly decide: (name: string, args: unknown) => boolean },
) => Promise<string>;

interface Request {
  /** Where the scripted model is. */
  readonly url: string;
  readonly prompt: string;
  readonly signal: AbortSignal;
}

/** Whether the SDKs are there; said loudly where they are not. */
export const sdksInstalled = existsSync(new URL('../node_modules/@anthropic-ai/sdk', import.meta.url));
if (!sdksInstalled) console.warn('SKIPPED: the SDKs are absent; install them with npm ci --prefix test/agents');

/** The loop of one of `sdks/`, which a plain checkout cannot compile: the SDKs are not there. */
export async function loadLoop<Made = Loop>(name: string): Promise<Made> {
  const { loop }: { loop: Made } = await import(fileURLToPath(new URL(`../sdks/${name}.ts`, import.meta.url)));
  return loop;
}
