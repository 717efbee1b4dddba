import { loadTool } from '../../../../intercom/catalog.ts';
import { type ClientOptions, createClient } from '../../../../intercom/client.ts';
import type { CallOptions } from '../../../../runtime/client.ts';
import type { Exchange } from '../../../../runtime/http/response.ts';
import { createSandbox, type Sandbox } from '../../../../sandbox/index.ts';

/** A request as it left. */
interface Sent {
  readonly route: string;
  readonly body: unknown;
}

/** A sample workspace, a client of it, and what the client sent. */
export interface NamedWorkspace {
  readonly sandbox: Sandbox;
  readonly sent: Sent[];
  readonly call: (tool: string, input: object, options?: CallOptions) => Promise<Exchange<unknown>>;
  /** What was sent that is none of the lists. */
  readonly own: () => Sent[];
}

/** Answers requests in the place of the workspace; undefined leaves one to it. */
type Instead = (route: string) => Response | undefined | Promise<Response | undefined>;

/** Opens a sample workspace, in which some requests may be answered otherwise. */
export function namedWorkspace(
  options: Partial<ClientOptions> = {},
  {
    sandbox = createSandbox({ rateLimit: 1_000_000 }),
    instead = () => undefined as undefined | Response,
  }: {
    readonly sandbox?: Sandbox;
    readonly instead?: Instead;
  } = {},
): NamedWorkspace {
  const sent: Sent[] = [];
  const send: typeof fetch = async (input, init) => {
    const route = `${init?.method} ${new URL(String(input)).pathname}`;
    sent.push({ route, body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined });
    return (await instead(route)) ?? sandbox.fetch(input, init);
  };
  const client = createClient({ token: 'sample', fetch: send, ...options });
  return {
    sandbox,
    sent,
    own: () => sent.filter(({ route }) => !LISTS.has(route)),
    call: async (name, input, settings) => {
      const tool = await loadTool(name);
      if (tool === undefined) throw new Error(`no tool ${name}`);
      return client.exchange(tool, input, settings);
    },
  };
}

const LISTS: ReadonlySet<string> = new Set([
  'GET /admins',
  'GET /teams',
  'GET /tags',
  'GET /segments',
  'GET /subscription_types',
  'GET /ticket_types',
  'GET /ticket_states',
  'GET /help_center/collections',
  'GET /help_center/help_centers',
  'GET /news/newsfeeds',
  'GET /audiences',
  'GET /away_status_reasons',
  'GET /brands',
  'GET /office_hours_schedules',
]);
