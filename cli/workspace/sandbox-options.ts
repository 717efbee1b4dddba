import type { SandboxOptions } from '../../sandbox/index.ts';
import type { SampleFlags } from '../options/sample-options.ts';

/** The sandbox that a command's options ask for. */
export function sandboxOptions({ seed, scale, rateLimit, fail, latency }: SampleFlags): SandboxOptions {
  return {
    seed,
    scale,
    rateLimit,
    ...(fail !== undefined && { fail }),
    ...(latency !== undefined && { latency }),
  };
}
