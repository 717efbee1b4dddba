import { toBase64 } from './base64.ts';
import { CONTENT_LIMITS, type Content, type ContentLimits, textPart } from './content.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { asPlainText, binaryMediaType, textMediaType } from './media-type.ts';
import { cutText } from './text.ts';

/** A file that a tool brought: `contentType` as the API declared it, `uri` as the result names it. */
export interface Download {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType?: string | undefined;
  readonly uri: string;
  /** Takes secrets out of a text that was packed. */
  readonly redact?: ((text: string) => string) | undefined;
}

/** Bytes that an unpacked file may have. */
const LARGEST_UNPACKED = 32 * 1024 * 1024;

/**
 * A file as a description and, within the limits, its content: a gzip file unpacked, a text as text (cut where it is too
 * long), anything else as base64.
 */
export async function downloadContent(
  { bytes, contentType, uri, redact = (text) => text }: Download,
  { largestBlob = CONTENT_LIMITS.largestBlob, largestText = CONTENT_LIMITS.largestText }: ContentLimits = {},
): Promise<Content[]> {
  const unpacked = isGzip(bytes) ? await gunzip(bytes, LARGEST_UNPACKED) : undefined;
  const plain = asPlainText(unpacked ?? bytes);
  const text = plain === undefined ? undefined : redact(plain);
  if (text === '') return [textPart('The file is empty.')];
  if (text !== undefined) {
    const mimeType = textMediaType(text, unpacked ? undefined : contentType);
    const cut = cutText(text, largestText);
    const note = cut.missing > 0 && { note: `cut: ${cut.missing} characters are missing. ${ASK_FOR_LESS}` };
    return [
      describe({ content_type: mimeType, ...rowsOf(text, mimeType), characters: text.length, ...note }),
      { type: 'resource', resource: { uri, mimeType, text: cut.text } },
    ];
  }
  const mimeType = isGzip(bytes) ? 'application/gzip' : binaryMediaType(bytes, contentType);
  const about = { content_type: mimeType, bytes: bytes.byteLength };
  if (bytes.byteLength > largestBlob) return [describe({ ...about, note: `too large to embed. ${ASK_FOR_LESS}` })];
  const [kind = ''] = mimeType.split('/');
  // Models see pictures and hear sounds where clients know them for such.
  if (kind === 'image' || kind === 'audio') return [describe(about), { type: kind, data: toBase64(bytes), mimeType }];
  return [describe(about), { type: 'resource', resource: { uri, mimeType, blob: toBase64(bytes) } }];
}

/** Rows of a table without the line of its names; a line break within quotation marks ends none. */
function rowsOf(text: string, mimeType: string): { readonly rows?: number } {
  if (mimeType !== 'text/csv') return {};
  let rows = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) isQuoted = !isQuoted;
    else if (code === 0x0a && !isQuoted) rows += 1;
  }
  return { rows: Math.max(0, text.endsWith('\n') ? rows - 1 : rows) };
}

const ASK_FOR_LESS = 'Ask for less, such as a shorter period; or fetch it without a model.';

function describe(facts: object): Content {
  return textPart(JSON.stringify(facts));
}
