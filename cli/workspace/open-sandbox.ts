import { ConfigError } from '../../runtime/value/errors.ts';
import { createSandbox, type ListeningSandbox, listenSandbox, type SandboxOptions } from '../../sandbox/index.ts';
import { systemCode } from '../files/system-code.ts';

/** A sample workspace that listens on this port of 127.0.0.1; throws {@link ConfigError} where it cannot. */
export async function openSandbox(port: number, options: SandboxOptions): Promise<ListeningSandbox> {
  const sandbox = createSandbox(options);
  try {
    return await listenSandbox(sandbox, { port });
  } catch (cause) {
    throw new ConfigError(
      `The sample workspace cannot listen on port ${port} (${systemCode(cause)}).`,
      'Choose another port for it; 0 takes a free one.',
      { cause },
    );
  }
}
