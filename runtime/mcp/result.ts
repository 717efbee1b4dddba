import type { CallToolResult } from '@modelcontextprotocol/server';
import type { ServedWords } from '../catalog/served-words.ts';
import type { ContentLimits } from '../content/content.ts';
import { type Answered, notesOn, toContent } from '../content/to-content.ts';
import { ApiError } from '../http/errors.ts';
import { rateLimitFields } from '../http/rate-limit.ts';
import type { Exchange } from '../http/response.ts';
import { searchNote } from '../search/search-note.ts';
import { InputError, ToolkitError } from '../value/errors.ts';

/** The tool that answered, and what its API says of results. */
type Answering = Pick<Answered, 'tool' | 'profile'>;

/**
 * A tool's answer as MCP content: JSON in one compact text, followed by how to go on with a job; a text as it is; a file
 * embedded within the limits; an address as a link.
 */
export async function toResult(
  { tool, profile }: Answering,
  { output, status, contentType, redact, rateLimit, repairs, hints, names }: Exchange<unknown>,
  { limits, words }: { readonly limits?: ContentLimits | undefined; readonly words?: ServedWords | undefined } = {},
): Promise<CallToolResult> {
  const other = await toContent({ tool, profile, output, status, contentType, ...(redact && { redact }) }, limits);
  const content = other ?? [
    { type: 'text', text: JSON.stringify(output) },
    ...notesOn({ tool, profile, output }, words),
  ];
  // A part of its own: it is the last thing that a model reads, and the first part stays the JSON that programs parse.
  const note = [
    searchNote({ repairs, hints }),
    ...(names === undefined ? [] : ['Names:', ...names.map((line) => `- ${line}`)]),
  ]
    .filter((line) => line !== '')
    .join('\n');
  const meta = {
    ...rateLimitFields(rateLimit),
    ...(repairs && { repairs }),
    ...(hints && { hints }),
    ...(names && { names }),
  };
  return { ...withMeta(meta), content: note === '' ? content : [...content, { type: 'text', text: note }] };
}

/** A failed call as a result that a model can act on: what to do comes first; of a bug nothing but its kind is told. */
export function toErrorResult(error: unknown, words?: ServedWords): CallToolResult {
  const meta = withMeta(error instanceof ApiError ? rateLimitFields(error.rateLimit) : {});
  return { ...meta, isError: true, content: [{ type: 'text', text: errorText(error, words) }] };
}

function errorText(error: unknown, words: ServedWords = (text) => text): string {
  if (!(error instanceof ToolkitError)) {
    const kind = error instanceof Error ? error.name : 'unknown error';
    return `Try another tool: this call failed inside the server (${kind}).`;
  }
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  // What an API says is its own; what was wrong with arguments is said by us.
  const message = error instanceof InputError ? words(error.message) : error.message;
  return `${words(error.help)}\n${message}${requestId === undefined ? '' : ` (request id ${requestId})`}`;
}

function withMeta(fields: Readonly<Record<string, unknown>>): Pick<CallToolResult, '_meta'> {
  return Object.keys(fields).length > 0 ? { _meta: fields } : {};
}
