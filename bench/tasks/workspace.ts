/** What a task may look at: the sample workspace by its own API, past all tools, and what changed since its start. */
export interface Workspace {
  readonly ask: (path: string, body?: unknown) => Promise<unknown>;
  readonly changes: () => Promise<readonly Change[]>;
  readonly reset: () => Promise<void>;
}

/** One difference to the workspace as it started, as the sample workspace tells it. */
export interface Change {
  readonly table: string;
  readonly id: string;
  /** Dotted path in the row; empty for the whole row. */
  readonly at: string;
  readonly after?: unknown;
}

/** The workspace of a `intercom-mcp sandbox` that listens at `url`; `fetch` reaches one of this process. */
export function workspaceAt(url: string, fetch: typeof globalThis.fetch = globalThis.fetch): Workspace {
  const headers = { authorization: 'Bearer sandbox', 'intercom-version': '2.16', 'content-type': 'application/json' };

  async function ask(path: string, body?: unknown): Promise<unknown> {
    const sent = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${url}${path}`, sent);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }

  return {
    ask,
    changes: async () => (await ask('/_sandbox/changes')) as readonly Change[],
    reset: async () => {
      await ask('/_sandbox/reset', {});
    },
  };
}

/** What stands at a dotted path of an answer; the path may name places of a list. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => Object(part)[key], value);
}

/** The text at a dotted path of an answer; empty where there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  return found === undefined || found === null ? '' : String(found);
}

/** The list at a dotted path of an answer. */
export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}
