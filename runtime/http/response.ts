import type { ResponseKind } from '../tool/tool.ts';
import { nestsDeeper, quoteLongIntegers } from '../value/json-text.ts';
import { answerHeaders } from './answer-headers.ts';
import { ResponseError } from './errors.ts';
import { type RateLimit, readRateLimit } from './rate-limit.ts';
import { type FailedCall, header, readError } from './read-error.ts';
import type { Received } from './send.ts';

/** What a call brought back: the answer, and what its headers said about it. */
export interface Exchange<Output> {
  readonly output: Output;
  readonly status: number;
  readonly requestId?: string;
  readonly contentType?: string;
  readonly rateLimit?: RateLimit;
  /** The `Link` header. */
  readonly link?: string;
  /** What was changed in the query of a search before it was sent. */
  readonly repairs?: readonly string[];
  /** In a dry run for a model: who or what the ids in the arguments are, a line each. */
  readonly names?: readonly string[];
  /** In a dry run: the ids that names in the arguments became, by argument. */
  readonly became?: Readonly<Record<string, string>>;
  /** What to know about the results of a search. */
  readonly hints?: readonly string[];
  /** For a page that had to be cut: the cursor that goes on behind its first `count` items. Missing for what cannot be cut. */
  readonly resume?: (count: number) => Promise<string | null>;
  /** For a packed file: takes the client's token out of what is unpacked of it. */
  readonly redact?: (text: string) => string;
}

/** Where an operation answers with a redirect instead of a body, for example to a signed URL of a recording. */
export interface Redirect {
  readonly location: string;
  readonly status: number;
}

/** How to read a response: `maxBytes` caps the decoded body. */
export interface Reading extends FailedCall {
  readonly kind: ResponseKind;
  /** Names of the headers that an answer of the kind `headers` declares. */
  readonly named?: readonly string[] | undefined;
  readonly maxBytes: number;
}

/** Reads a response into what its kind promises, an empty body as null; throws {@link ApiError} or {@link ResponseError}. */
export async function readResponse(response: Received, reading: Reading): Promise<Exchange<unknown>> {
  const { status, headers } = response;
  const { redactor } = reading;
  const requestId = header(headers, 'x-request-id', redactor);
  const contentType = header(headers, 'content-type', redactor);
  const link = header(headers, 'link', redactor);
  const rateLimit = readRateLimit(headers);
  if (status >= 400) throw await readError(response, reading);
  // Without content there is nothing to follow: where it is now, or that it is as it was, is an answer like any other.
  const isRedirect = status >= 300 && reading.kind !== 'headers';
  const output = isRedirect ? await readRedirect(response, reading) : await readBody(response, reading);
  return {
    output,
    status,
    ...(requestId !== undefined && { requestId }),
    ...(contentType !== undefined && { contentType }),
    ...(rateLimit !== undefined && { rateLimit }),
    ...(link !== undefined && { link }),
    ...(isPacked(output) && { redact: redactor.text }),
  };
}

/** A gzip file, whose bytes do not show what it holds (RFC 1952). */
function isPacked(output: unknown): boolean {
  return output instanceof Uint8Array && output[0] === 0x1f && output[1] === 0x8b;
}

/** Levels of lists and objects that are read: no answer has a tenth of it, and what reads them calls itself for each. */
const DEEPEST = 500;

const DONE = 'Do not call again before checking: the change was most likely made.';

async function readBody(response: Received, reading: Reading): Promise<unknown> {
  const about = facts(response, reading);
  if (reading.kind === 'redirect') {
    await response.cancel();
    throw new ResponseError(
      about,
      `A redirect was expected, not HTTP ${about.status}.`,
      'Nothing is to be had here yet: try later.',
    );
  }
  const bytes = await response.read(reading.maxBytes);
  if (bytes === undefined) {
    const size = `${Math.round(reading.maxBytes / 1024)} KiB`;
    throw new ResponseError(
      about,
      `The answer is larger than ${size}.`,
      reading.write ? DONE : 'Ask for less: a smaller limit or a narrower range.',
    );
  }
  return DECODERS[reading.kind](bytes, response, reading);
}

/** One for all: making it costs more than reading a small answer does. */
const UTF_8 = new TextDecoder();

type Decoder = (bytes: Uint8Array, response: Received, reading: Reading) => unknown;

const DECODERS = {
  json: parseJson,
  text: (bytes, _, { redactor }) => redactor.text(UTF_8.decode(bytes)),
  binary: (bytes, _, { redactor }) => redactor.bytes(bytes),
  none: () => null,
  headers: (_, response, { redactor, named = [] }) => answerHeaders(response, named, redactor),
} satisfies Record<Exclude<ResponseKind, 'redirect'>, Decoder>;

function parseJson(bytes: Uint8Array, response: Received, reading: Reading): unknown {
  const text = UTF_8.decode(bytes);
  if (text.trim() === '') return null;
  if (nestsDeeper(text, DEEPEST)) {
    throw new ResponseError(
      facts(response, reading),
      `The answer is nested more than ${DEEPEST} levels deep.`,
      reading.write ? DONE : 'It cannot be read. Ask for something else.',
    );
  }
  try {
    return reading.redactor.json(quoteLongIntegers(text));
  } catch {
    const about = facts(response, reading);
    const type = header(response.headers, 'content-type', reading.redactor) ?? 'no content type';
    throw new ResponseError(
      about,
      `The answer (HTTP ${about.status}, ${type}) is not JSON.`,
      reading.write ? DONE : 'Call again; check the base URL if it stays so.',
    );
  }
}

async function readRedirect(response: Received, reading: Reading): Promise<Redirect> {
  await response.cancel();
  const location = header(response.headers, 'location', reading.redactor);
  const about = facts(response, reading);
  if (reading.kind === 'redirect' && location !== undefined)
    return { location: absolute(location, response.url), status: about.status };
  const host =
    location === undefined ? 'nowhere' : (URL.parse(location, response.url || undefined)?.host ?? 'an invalid address');
  throw new ResponseError(
    about,
    `An unexpected redirect to ${host} was not followed.`,
    'Check the region and the base URL.',
  );
}

/** A signed address must stay as it is, letter by letter; only one without a host is completed. */
function absolute(location: string, base: string): string {
  return URL.canParse(location) ? location : (URL.parse(location, base)?.href ?? location);
}

function facts(
  { status, headers }: Received,
  { redactor }: Pick<Reading, 'redactor'>,
): { status: number; requestId: string | undefined } {
  return { status, requestId: header(headers, 'x-request-id', redactor) };
}
