import { ConfigError } from '../../runtime/value/errors.ts';
import { createSandbox, type ListeningSandbox, listenSandbox } from '../../sandbox/index.ts';
import { type SandboxFlags, sandboxOptions } from './sandbox-options.ts';

/** A sample workspace that listens on this port; throws {@link ConfigError} where it cannot. */
export const listen = async (flags: SandboxFlags & { readonly port: number }): Promise<ListeningSandbox> => {
  const sandbox = createSandbox(sandboxOptions(flags));
  try {
    return await listenSandbox(sandbox, { port: flags.port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigError(
      `The sample workspace cannot listen on port ${flags.port} (${code}).`,
      'Choose another port for it; 0 takes a free one.',
    );
  }
};
