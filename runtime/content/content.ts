/** A part of a tool's result as MCP writes it (2025-06-18 and later), without the protocol's types. */
export type Content = TextPart | LinkPart | EmbeddedPart | MediaPart;

/** Text that the model reads. */
export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

/** An address that a client may offer or open; nothing was fetched from it. */
interface LinkPart {
  readonly type: 'resource_link';
  readonly uri: string;
  readonly name: string;
  readonly description?: string | undefined;
}

/** A file inside the result, as text or as base64. */
interface EmbeddedPart {
  readonly type: 'resource';
  readonly resource: { readonly uri: string; readonly mimeType?: string | undefined } & (
    | { readonly text: string }
    | { readonly blob: string }
  );
}

/** A picture or a sound inside the result, as base64. */
interface MediaPart {
  readonly type: 'image' | 'audio';
  readonly data: string;
  readonly mimeType: string;
}

/** How much of an answer that is no JSON a result may carry. */
export interface ContentLimits {
  /** Bytes of an embedded file that is no text; 1 MiB unless said otherwise. */
  readonly largestBlob?: number;
  /** Characters of a text; 100,000 unless said otherwise: what the smallest of the common clients shows. */
  readonly largestText?: number;
}

/** Limits that clients cope with. */
export const CONTENT_LIMITS = { largestBlob: 1024 * 1024, largestText: 100_000 } as const;

/** A text part. */
export function textPart(text: string): TextPart {
  return { type: 'text', text };
}
