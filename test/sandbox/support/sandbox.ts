import { createSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index.ts';
import { type Answered, readAnswered } from '../../support/answered.ts';

/** The time at which test sandboxes start, in milliseconds: a Wednesday at noon, UTC. */
export const START = Date.UTC(2026, 10, 25, 12);

/** A sandbox for tests, which speaks JSON and keeps its own clock. */
export interface TestSandbox extends Sandbox {
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answered>;
  /** Moves its clock on. */
  readonly pass: (seconds: number) => void;
}

/** A strict sandbox whose clock stands still at {@link START} until it is moved. */
export function testSandbox(options: SandboxOptions = {}): TestSandbox {
  let time = START;
  const sandbox = createSandbox({ strict: true, rateLimit: 1_000_000, now: () => time, ...options });
  const call: TestSandbox['call'] = async (method, path, body, headers = {}) => {
    const request = new Request(`http://sandbox.test${path}`, {
      method,
      headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return readAnswered(await sandbox.fetch(request));
  };
  // A copy would read the workspace once; a reset puts another in its place.
  return Object.assign(Object.create(sandbox) as Sandbox, {
    call,
    pass: (seconds: number) => {
      time += seconds * 1000;
    },
  });
}
