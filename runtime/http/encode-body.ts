import { deepObject, pairs } from '../tool/deep-object.ts';
import { type Encoded, isEncoded } from '../tool/encoded.ts';
import type { QueryValue } from '../tool/query-value.ts';
import type { ToolRequest } from '../tool/tool.ts';
import { isRecord } from '../value/value.ts';
import { encodeForm } from './encode-query.ts';
import { encodeMultipart } from './multipart.ts';

/** A body as `fetch` takes it, and its media type where `fetch` does not know it. */
export interface EncodedBody {
  readonly body: string | Blob;
  readonly type?: string;
}

/** The body of a tool's request on the wire; undefined where there is none. */
export function encodeBody({ body, bodyType }: Pick<ToolRequest, 'body' | 'bodyType'>): EncodedBody | undefined {
  if (body === undefined) return undefined;
  switch (bodyType) {
    case 'form':
      return { body: encodeForm(fields(body).flatMap(formPairs)), type: FORM };
    case 'multipart':
    case 'related':
    case 'mixed':
      return encodeMultipart(fields(body), bodyType === 'multipart' ? 'form-data' : bodyType);
    case 'raw':
      if (body instanceof Blob || typeof body === 'string') return { body };
      break;
    case undefined:
      break;
    default:
      return bodyType satisfies never;
  }
  return { body: JSON.stringify(body), type: 'application/json' };
}

const FORM = 'application/x-www-form-urlencoded;charset=UTF-8';

/** Lists repeat their key, as OpenAPI's default for forms; objects stand in brackets. */
function formPairs([key, value]: [string, unknown]): (readonly [string, string | Encoded])[] {
  return pairs(key, isEncoded(value) || isPlainList(value) ? value : deepObject(value));
}

function isPlainList(value: unknown): value is Extract<QueryValue, readonly unknown[]> {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object' || isEncoded(item));
}

function fields(body: unknown): [string, unknown][] {
  return isRecord(body) ? Object.entries(body) : [];
}
