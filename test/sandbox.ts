import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox/index.ts';

/** The time at which test sandboxes start, in milliseconds: a Wednesday at noon, UTC. */
export const START = Date.UTC(2026, 10, 25, 12);

/** What a sandbox answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or text where the answer is none. */
  readonly body: unknown;
}

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
    const response = await sandbox.fetch(
      new Request(`http://sandbox.test${path}`, {
        method,
        headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  };
  // A copy would read the workspace once; a reset puts another in its place.
  return Object.assign(Object.create(sandbox) as Sandbox, {
    call,
    pass: (seconds: number) => {
      time += seconds * 1000;
    },
  });
}
