/** The text of a file, where it is one in UTF-8 without control characters; undefined for anything else. */
export function asPlainText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a text from other files
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The media type of a text: the declared one where it says anything, else CSV, JSON or plain text by its look. */
export function textMediaType(text: string, declared: string | undefined): string {
  const type = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type.startsWith('text/') || /[/+](json|xml|csv)$/.test(type)) return type;
  if (/^\s*[[{]/.test(text)) return 'application/json';
  return /^[^\n]*,[^\n]*(\n|$)/.test(text) ? 'text/csv' : 'text/plain';
}

/** The media type of a file that is no text: the declared one where it says anything, else that of a picture or a sound by its first bytes. */
export function binaryMediaType(bytes: Uint8Array, declared: string | undefined): string {
  const type = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== '' && type !== STREAM && /^[\w.+-]+\/[\w.+-]+$/.test(type)) return type;
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return SIGNATURES.find(([beginning]) => beginning.test(head))?.[1] ?? STREAM;
}

const STREAM = 'application/octet-stream';

const SIGNATURES: readonly (readonly [beginning: RegExp, type: string])[] = [
  [/^\x89PNG\r\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8/, 'image/gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'image/webp'],
  [/^RIFF[\s\S]{4}WAVE/, 'audio/wav'],
  [/^(?:ID3|\xff[\xfb\xf3\xf2])/, 'audio/mpeg'],
  [/^OggS/, 'audio/ogg'],
];
