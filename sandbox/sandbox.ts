import type { Hono } from 'hono';
import { createWorkspace } from './create-workspace.ts';
import { createBudget } from './http/budget.ts';
import { control } from './http/control.ts';
import { createApp } from './http/create-app.ts';
import type { TroubleOptions } from './http/trouble.ts';
import { app } from './model/app.ts';
import { createGrants } from './oauth/grants.ts';
import type { OAuthClient } from './oauth/oauth-client.ts';
import { oauth } from './oauth/routes.ts';
import { routes } from './operations/routes.ts';
import { type Change, changesBetween } from './store/changes.ts';
import type { Snapshot, Workspace } from './store/workspace.ts';

/** Settings of a sandbox; all have a default. */
export interface SandboxOptions extends TroubleOptions {
  /** The same seed gives the same workspace; 1 unless said otherwise. */
  readonly seed?: number | undefined;
  /** How many times the usual number of contacts, conversations and tickets; 1 unless said otherwise. */
  readonly scale?: number | undefined;
  /** Requests that a token has in ten seconds; 1,666 unless said otherwise, as a private app of Intercom has. */
  readonly rateLimit?: number | undefined;
  /** The one token that is accepted beside those that OAuth gave out; any, unless said otherwise. */
  readonly token?: string | undefined;
  /** The one app that can be authorized with OAuth; any, unless said otherwise. */
  readonly oauthClient?: OAuthClient | undefined;
  /** An answer that does not fit the contract becomes an error with status 500. */
  readonly strict?: boolean | undefined;
  /** The time in milliseconds; the machine's unless said otherwise. */
  readonly now?: (() => number) | undefined;
}

/** A sample Intercom workspace in this process. */
export interface Sandbox {
  /** Answers requests to the API, such as `GET https://any.host/contacts`, to OAuth and to `/_sandbox/…`, in the place of `fetch`. */
  readonly fetch: typeof fetch;
  /** The data as it is now. */
  readonly workspace: Workspace;
  /** A copy of all data, by table and id. */
  readonly snapshot: () => Snapshot;
  /** What differs from the workspace as it was at the start or the last reset. */
  readonly changes: () => Change[];
  /** Starts anew: fresh sample data, with times relative to now, and nothing that OAuth gave out. */
  readonly reset: () => void;
}

/** Creates a sample workspace: the support team of a made-up company, with every operation of Intercom's API over it. */
export function createSandbox({
  seed = 1,
  scale = 1,
  rateLimit = 1666,
  now = Date.now,
  oauthClient,
  ...options
}: SandboxOptions = {}): Sandbox {
  if (!(scale > 0)) throw new RangeError(`a sandbox with the scale ${scale} would have nobody in it`);
  const settings = () => ({ seed, scale, start: Math.floor(now() / 1000), timezone: app.timezone });
  let began = settings();
  let workspace = createWorkspace(began);
  const budget = createBudget(rateLimit);
  const grants = createGrants(now);
  const sandbox: Sandbox = {
    fetch: async (input, init) =>
      http.fetch(input instanceof Request && init === undefined ? input : new Request(input, init)),
    get workspace() {
      return workspace;
    },
    snapshot: () => workspace.snapshot(),
    // Made again rather than kept: most sandboxes are never asked for it.
    changes: () => changesBetween(createWorkspace(began).snapshot(), workspace.snapshot()),
    reset: () => {
      began = settings();
      workspace = createWorkspace(began);
      budget.clear();
      grants.clear();
    },
  };
  const http: Hono = createApp({ ...options, routes, workspace: () => workspace, budget, grants, now });
  http.route('/', oauth(grants, oauthClient));
  http.route('/_sandbox', control(sandbox, grants));
  return sandbox;
}
