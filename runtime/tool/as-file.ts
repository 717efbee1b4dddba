/** What a file is called and of which type it is, where whoever gives it does not say. */
interface FileDefaults {
  /** Without its ending, which the type gives. */
  readonly name?: string;
  readonly type?: string;
}

/**
 * A file to upload from what a model can give: text, or the bytes of a `data:<type>;name=<name>;base64,…` address, whose name
 * may be missing. Undefined and null stay, so that an upload may be left out.
 */
export function asFile(content: string, defaults?: FileDefaults): File;
export function asFile<Missing extends null | undefined>(
  content: string | Missing,
  defaults?: FileDefaults,
): File | Missing;
export function asFile(
  content: string | null | undefined,
  { name = 'file', type: textType = 'text/plain' }: FileDefaults = {},
): File | null | undefined {
  if (content === undefined || content === null) return content;
  const [, type = '', parameters = '', base64 = ''] = DATA.exec(content) ?? [];
  if (type === '') return new File([content], `${name}.${endingOf(textType)}`, { type: textType });
  const given = /;(?:file)?name=([^;,]*)/i.exec(parameters)?.[1];
  return new File(
    [Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0))],
    nameOf(given) ?? `${name}.${endingOf(type)}`,
    { type },
  );
}

const DATA = /^data:([\w.+-]+\/[\w.+-]+)((?:;[\w-]+=[^;,]*)*);base64,([A-Za-z0-9+/=\s]*)$/;

/** The last part of a name, so that no file is written outside its folder; undefined where nothing is left of it. */
function nameOf(given = ''): string | undefined {
  let name = given;
  try {
    name = decodeURIComponent(given);
  } catch {
    // It is a name with a percent sign.
  }
  return (
    name
      .replace(/^"|"$/g, '')
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/[\p{Cc}]/gu, '')
      .replace(/^\.+$/, '') || undefined
  );
}

function endingOf(type: string): string {
  return type === 'text/plain' ? 'txt' : type.replace(/^.*[/.+]/, '');
}
