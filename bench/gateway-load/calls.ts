import { Agent, request } from 'node:http';

/** What each client calls in turn: small and larger answers, lists, searches, texts that are converted. */
export const calls: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['get_single_intercom_me', {}],
  ['list_all_intercom_admins', {}],
  ['get_single_intercom_conversation_by_id', { conversation_id: '104857392' }],
  ['list_all_intercom_articles_search', { phrase: 'password' }],
  ['list_all_intercom_search_contacts', { query: { field: 'role', operator: '=', value: 'user' }, limit: 5 }],
  ['list_all_intercom_teams', {}],
];

/** The eras of the protocol. */
export type Era = 'modern' | 'legacy';

const MODERN = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
  'io.modelcontextprotocol/clientInfo': { name: 'load', version: '1' },
};

/** What a call is sent with. */
const eras = {
  modern: (name) => ({
    params: { _meta: MODERN },
    headers: { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': name },
  }),
  legacy: () => ({ params: {}, headers: { 'mcp-protocol-version': '2025-11-25' } }),
} satisfies Record<Era, (name: string) => { params: object; headers: Record<string, string> }>;

/** Which era a word on the command line means; modern where there is none. */
export function readEra(word: string | undefined): Era {
  return word === 'legacy' ? 'legacy' : 'modern';
}

/** Clients that call one server over connections that they keep. */
export interface Callers {
  /** Calls for so many seconds; each call is told with its milliseconds and whether it was answered as it should be. */
  readonly run: (seconds: number, onCall: (milliseconds: number, isGood: boolean) => void) => Promise<void>;
  readonly close: () => void;
}

/** So many {@link Callers} of this address, `from` an address of this machine where a server counts by those of its callers. */
export function createCallers(
  url: string,
  { clients, era, from }: { clients: number; era: Era; from?: string },
): Callers {
  const own = from === undefined ? {} : { localAddress: from };
  const agent = new Agent({ keepAlive: true, maxSockets: clients, ...own });

  function call(name: string, args: object): Promise<boolean> {
    const { params, headers } = eras[era](name);
    const body = JSON.stringify({
      ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
      params: { name, arguments: args, ...params },
    });
    const always = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      accept: 'application/json, text/event-stream',
    };
    return new Promise((resolve) => {
      const sent = request(url, { method: 'POST', agent, headers: { ...always, ...headers } }, async (response) => {
        let text = '';
        for await (const chunk of response.setEncoding('utf8')) text += chunk;
        resolve(response.statusCode === 200 && text.includes('"content"') && !text.includes('"isError":true'));
      });
      // A connection that broke is a call that failed.
      sent.on('error', () => resolve(false));
      sent.end(body);
    });
  }

  return {
    run: async (seconds, onCall) => {
      const until = performance.now() + seconds * 1000;
      const one = async (_: unknown, index: number): Promise<void> => {
        for (let turn = index; performance.now() < until; turn += 1) {
          const [name, args] = calls[turn % calls.length] ?? ['', {}];
          const sent = performance.now();
          const isGood = await call(name, args);
          onCall(performance.now() - sent, isGood);
        }
      };
      await Promise.all(Array.from({ length: clients }, one));
    },
    close: () => agent.destroy(),
  };
}
