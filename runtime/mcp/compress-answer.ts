import { own } from '../value/value.ts';
import { headerList } from './header-list.ts';

/** Answers that are compressed, by the request's method: they hold the server's own words alone. */
const LISTS: ReadonlySet<unknown> = new Set([
  'initialize',
  'server/discover',
  'tools/list',
  'prompts/list',
  'resources/list',
  'resources/templates/list',
  'resources/read',
]);

/** Characters from which on it is worth the work. */
const LEAST = 1024;

/** Compressed answers that are kept ready: a list is the same for everybody but for the number of the request. */
const READY = 16;

/** Compresses the answer to a message for a client that takes it. */
export type Compressor = (request: Pick<Request, 'headers'>, message: unknown, response: Response) => Promise<Response>;

/**
 * A {@link Compressor} for lists. What calls answer stays as it is: it holds what strangers wrote beside what nobody else
 * may read, and the length of the two compressed together tells of the second (BREACH).
 */
export function createCompressor(): Compressor {
  const ready = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  function compressed(text: string): Promise<Uint8Array<ArrayBuffer>> {
    const known = ready.get(text) ?? gzip(text);
    // The least recently used one is the first of the map.
    ready.delete(text);
    ready.set(text, known);
    for (const oldest of ready.keys()) {
      if (ready.size <= READY) break;
      ready.delete(oldest);
    }
    return known;
  }

  return async (request, message, response) => {
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    if (!isJson || response.status !== 200 || !LISTS.has(own(message, 'method'))) return response;
    const headers = new Headers(response.headers);
    headers.append('vary', 'Accept-Encoding');
    if (!takesGzip(request)) return new Response(response.body, { headers });
    const text = await response.text();
    if (text.length < LEAST) return new Response(text, { headers });
    headers.set('content-encoding', 'gzip');
    return new Response(await compressed(text), { headers });
  };
}

const NAMES_GZIP = /(?:^|,)\s*gzip\s*(?:;|,|$)/i;

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function takesGzip({ headers }: Pick<Request, 'headers'>): boolean {
  const header = headers.get('accept-encoding');
  const codings = headerList(header);
  // Any coding means all but those that are named.
  return codings.has('gzip') || (codings.has('*') && !NAMES_GZIP.test(header ?? ''));
}
