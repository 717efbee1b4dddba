/**
 * A file to upload from what a model can give: text, or the bytes of a `data:<type>;base64,…` address.
 * Undefined stays undefined, so that an upload may be left out.
 */
export function asFile(content: string): File;
export function asFile(content: string | undefined): File | undefined;
export function asFile(content: string | undefined): File | undefined {
  if (content === undefined) return undefined;
  const [, type = '', base64 = ''] = /^data:([\w.+-]+\/[\w.+-]+);base64,([A-Za-z0-9+/=\s]*)$/.exec(content) ?? [];
  if (type === '') return new File([content], 'file.txt', { type: 'text/plain' });
  return new File(
    [Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0))],
    `file.${type.replace(/^.*[/.+]/, '')}`,
    { type },
  );
}
