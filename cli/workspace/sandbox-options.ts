import { type Client, createClient } from '../../runtime/index.ts';
import type { Sandbox, SandboxOptions } from '../../sandbox/index.ts';

/** Options of the command line that make a sample workspace. */
export interface SandboxFlags extends Pick<SandboxOptions, 'seed' | 'scale' | 'rateLimit' | 'fail' | 'latency'> {}

/** Those of a command's options that are the sandbox's. */
export const sandboxOptions = ({ seed, scale, rateLimit, fail, latency }: SandboxFlags): SandboxOptions => ({
  seed,
  scale,
  rateLimit,
  ...(fail !== undefined && { fail }),
  ...(latency !== undefined && { latency }),
});

/** A client of a sandbox in this process: nothing listens and nothing is sent. */
export const clientOf = (sandbox: Sandbox): Client =>
  createClient({
    token: 'sandbox',
    baseUrl: 'http://localhost',
    fetch: sandbox.fetch,
  });
