import { isRecord, type Json } from '../../contract/contract.ts';
import type { Attachment } from '../../model/conversations.ts';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['pdf', 'application/pdf'],
  ['csv', 'text/csv'],
  ['txt', 'text/plain'],
]);

/** The files that a request sends along, by address or by content. */
export function attachmentsOf({ attachment_urls: urls, attachment_files: files }: Json): Attachment[] {
  return [
    ...(Array.isArray(urls) ? urls : []).map((url) => attachment(String(url), fileName(String(url)))),
    ...(Array.isArray(files) ? files : []).filter(isRecord).map(({ name, content_type, data }) => ({
      ...attachment(
        `https://files.fernhill.example/u/${encodeURIComponent(String(name).toWellFormed())}`,
        String(name),
      ),
      ...(typeof content_type === 'string' && { content_type }),
      filesize: Buffer.byteLength(String(data ?? ''), 'base64'),
    })),
  ];
}

/** The last part of an address, decoded where it can be. */
function fileName(url: string): string {
  const name = url.split(/[?#]/)[0]?.split('/').at(-1) || 'file';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function attachment(url: string, name: string): Attachment {
  return {
    type: 'upload',
    name,
    url,
    content_type: TYPES.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? 'application/octet-stream',
    filesize: 0,
    width: null,
    height: null,
  };
}
