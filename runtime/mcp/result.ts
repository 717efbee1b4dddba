import type { CallToolResult } from '@modelcontextprotocol/server';
import { IntercomError, ToolkitError } from '../errors.ts';
import type { Exchange } from '../http-response.ts';
import { rateLimitFields } from '../rate-limit.ts';

/** Bytes of a binary answer that a result may carry; a larger one is only described. */
export const LARGEST_BLOB = 1024 * 1024;

/** A tool's answer as MCP content: text as it is, anything else as compact JSON, a binary also as an embedded resource. */
export function toResult(tool: string, { output, status, contentType, rateLimit }: Exchange<unknown>): CallToolResult {
  const meta = withMeta(rateLimitFields(rateLimit));
  if (typeof output === 'string') return { ...meta, content: [{ type: 'text', text: output }] };
  if (!(output instanceof Uint8Array)) {
    return { ...meta, content: [{ type: 'text', text: JSON.stringify(output ?? { ok: true, status }) }] };
  }
  const mimeType = contentType ?? 'application/octet-stream';
  const tooLarge = output.byteLength > LARGEST_BLOB;
  const description = {
    content_type: mimeType,
    bytes: output.byteLength,
    ...(tooLarge && { note: 'too large to embed' }),
  };
  const text = { type: 'text' as const, text: JSON.stringify(description) };
  if (tooLarge) return { ...meta, content: [text] };
  const blob = Buffer.from(output.buffer, output.byteOffset, output.byteLength).toString('base64');
  return {
    ...meta,
    content: [text, { type: 'resource', resource: { uri: `intercom://answer/${tool}`, mimeType, blob } }],
  };
}

/** A failed call as a result that a model can act on: what to do comes first; of a bug nothing but its kind is told. */
export function toErrorResult(error: unknown): CallToolResult {
  const meta = withMeta(error instanceof IntercomError ? rateLimitFields(error.rateLimit) : {});
  return { ...meta, isError: true, content: [{ type: 'text', text: errorText(error) }] };
}

function errorText(error: unknown): string {
  if (!(error instanceof ToolkitError)) {
    const kind = error instanceof Error ? error.name : 'unknown error';
    return `Try another tool: this call failed inside the server (${kind}).`;
  }
  const requestId = error instanceof IntercomError ? error.requestId : undefined;
  return `${error.help}\n${error.message}${requestId === undefined ? '' : ` (request id ${requestId})`}`;
}

function withMeta(fields: Record<string, number>): Pick<CallToolResult, '_meta'> {
  return Object.keys(fields).length > 0 ? { _meta: fields } : {};
}
