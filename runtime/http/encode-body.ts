import { deepObject, pairs } from '../tool/deep-object.ts';
import type { ToolRequest } from '../tool/tool.ts';
import { isRecord } from '../value/value.ts';

/** A body as `fetch` takes it, and its media type where `fetch` does not know it. */
export interface EncodedBody {
  readonly body: string | URLSearchParams | FormData | Blob;
  readonly type?: string;
}

/** The body of a tool's request on the wire; undefined where there is none. */
export function encodeBody({ body, bodyType }: Pick<ToolRequest, 'body' | 'bodyType'>): EncodedBody | undefined {
  if (body === undefined) return undefined;
  if (bodyType === 'form') return { body: new URLSearchParams(fields(body).flatMap(formPairs)) };
  if (bodyType === 'multipart') return { body: multipart(body) };
  if (bodyType === 'raw' && (body instanceof Blob || typeof body === 'string')) return { body };
  return { body: JSON.stringify(body), type: 'application/json' };
}

/** Lists repeat their key, as OpenAPI's default for forms; objects stand in brackets. */
function formPairs([key, value]: [string, unknown]): [string, string][] {
  const list = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  return pairs(key, list ? value : deepObject(value)).map(([name, text]) => [name, text]);
}

/** One part a value, lists as several parts, objects as JSON (RFC 7578 with OpenAPI's defaults). */
function multipart(body: unknown): FormData {
  const form = new FormData();
  for (const [key, value] of fields(body))
    for (const part of Array.isArray(value) ? value : [value]) {
      if (part instanceof Blob) form.append(key, part);
      else if (part !== undefined && part !== null)
        form.append(key, typeof part === 'object' ? JSON.stringify(part) : String(part));
    }
  return form;
}

function fields(body: unknown): [string, unknown][] {
  return isRecord(body) ? Object.entries(body) : [];
}
