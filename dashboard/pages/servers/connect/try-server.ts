/** What a trial of a server came to. */
export type Trial =
  | {
      readonly isOk: true;
      /** What the server calls itself. */
      readonly server: string;
      /** The revision of MCP that it answers in. */
      readonly protocol: string;
      readonly tools: readonly string[];
    }
  | { readonly isOk: false; readonly title: string; readonly help: string };

/** Milliseconds that one answer may take. */
const LONGEST = 15_000;

/** Pages of a list that are asked for. */
const MOST_PAGES = 50;

const PROTOCOL = '2025-11-25';

/** A server that is tried: at the path of its URL, on this page's own origin. */
export interface TrialTarget {
  readonly url: string;
  readonly apiToken?: string | undefined;
}

/** Greets a server and lists its tools, as a client does. */
export async function tryServer(target: TrialTarget): Promise<Trial> {
  try {
    const clientInfo = { name: 'dashboard', version: '1' };
    const hello = await ask(target, 'initialize', { protocolVersion: PROTOCOL, capabilities: {}, clientInfo });
    const server =
      textAt(hello, 'serverInfo', 'title') ?? textAt(hello, 'serverInfo', 'name') ?? 'a server without a name';
    const tools = await listTools(target);
    return { isOk: true, server, protocol: textAt(hello, 'protocolVersion') ?? 'unknown', tools };
  } catch (error) {
    if (error instanceof Refused) return { isOk: false, title: error.message, help: error.help };
    throw error;
  } finally {
    // The browser keeps the addresses of what a page asked for, some of them a moment later; this one may be a secret.
    performance.clearResourceTimings();
    setTimeout(() => performance.clearResourceTimings());
  }
}

async function listTools(target: TrialTarget): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const list = await ask(target, 'tools/list', cursor === undefined ? {} : { cursor });
    const tools = fieldOf(list, 'tools');
    if (!Array.isArray(tools)) throw new Refused('It does not list tools.', NO_MCP);
    names.push(...tools.map((tool) => textAt(tool, 'name') ?? ''));
    cursor = textAt(list, 'nextCursor');
    if (cursor === undefined) break;
  }
  return names;
}

const NO_MCP = 'Something else than this gateway may answer at its address: look at what stands before it.';

/** Why a server did not do what was asked of it, and what to do. */
class Refused extends Error {
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.name = 'Refused';
    this.help = help;
  }
}

/** Makes one request, and answers its result. */
async function ask({ url, apiToken }: TrialTarget, method: string, params: object): Promise<unknown> {
  const request: RequestInit = {
    method: 'POST',
    headers: {
      Accept: 'application/json, text/event-stream',
      'Content-Type': 'application/json',
      ...(method !== 'initialize' && { 'MCP-Protocol-Version': PROTOCOL }),
      ...(apiToken !== undefined && apiToken !== '' && { Authorization: `Bearer ${apiToken}` }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    // It is asked as a client would, not as whoever is signed in.
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(LONGEST),
  };
  const response = await fetch(new URL(url).pathname, request).catch(noAnswer);
  const message = readAnswer(await response.text().catch(noAnswer), response.headers.get('Content-Type') ?? '');
  const error = fieldOf(message, 'error');
  if (response.ok && error === undefined) return fieldOf(message, 'result');
  throw refusedBy(response.status, error);
}

function noAnswer(): never {
  throw new Refused(
    'It did not answer.',
    'Check that the gateway runs and that this machine reaches it, then try again.',
  );
}

/** The message of an answer: JSON, or the last event of a stream that holds one. */
export function readAnswer(text: string, type: string): unknown {
  if (!type.startsWith('text/event-stream')) return readJson(text);
  const events = text.replaceAll('\r\n', '\n').split('\n\n').map(dataOf);
  return events
    .map(readJson)
    .findLast((message) => ['result', 'error'].some((key) => fieldOf(message, key) !== undefined));
}

/** The lines of data of one event. */
function dataOf(event: string): string {
  const lines = event.split('\n').filter((line) => line.startsWith('data:'));
  return lines.map((line) => line.slice('data:'.length)).join('\n');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusedBy(status: number, error: unknown): Refused {
  const said = textAt(error, 'data', 'message') ?? textAt(error, 'message');
  const help = textAt(error, 'data', 'help') ?? '';
  if (status === 401)
    return new Refused(
      'It asks for an API token, and does not take what was sent.',
      'Give one that is for this account or for all, and that has not ended.',
    );
  return new Refused(said ?? `It answered with status ${status}.`, said === undefined ? NO_MCP : help);
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = keys.reduce(fieldOf, value);
  return typeof found === 'string' ? found : undefined;
}
