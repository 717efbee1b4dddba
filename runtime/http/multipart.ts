/** A body in parts, and its media type with what stands between them. */
interface Multipart {
  readonly body: Blob;
  readonly type: string;
}

interface Part {
  readonly name: string;
  readonly content: string | Blob;
  /** Missing for text, which is what a part without a type is. */
  readonly type?: string;
  readonly file?: string;
}

/**
 * One part a value, in their order; lists as several parts, objects as JSON (RFC 7578 and RFC 2387 with OpenAPI's defaults).
 * Of `related` the first part is the root, so files come last.
 */
export function encodeMultipart(
  fields: readonly (readonly [string, unknown])[],
  subtype: 'form-data' | 'related' | 'mixed',
): Multipart {
  const parts = fields.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => partOf(name, one)),
  );
  if (subtype === 'related') parts.sort((a, b) => Number(a.file !== undefined) - Number(b.file !== undefined));
  const boundary = `part-${crypto.randomUUID()}`;
  const chunks = parts.flatMap((part) => [`--${boundary}\r\n${headOf(part, subtype)}\r\n\r\n`, part.content, '\r\n']);
  const root = subtype === 'related' ? `; type="${parts[0]?.type ?? 'text/plain'}"` : '';
  return {
    body: new Blob([...chunks, `--${boundary}--\r\n`]),
    type: `multipart/${subtype}; boundary=${boundary}${root}`,
  };
}

function partOf(name: string, value: unknown): Part[] {
  if (value === undefined || value === null) return [];
  if (value instanceof Blob) {
    const file = value instanceof File ? { file: value.name } : {};
    return [{ name, content: value, ...(value.type !== '' && { type: value.type }), ...file }];
  }
  return typeof value === 'object'
    ? [{ name, content: JSON.stringify(value), type: 'application/json' }]
    : [{ name, content: String(value) }];
}

function headOf({ name, type, file }: Part, subtype: string): string {
  const lines = [
    ...(subtype === 'related'
      ? [`Content-ID: <${encodeURIComponent(name)}>`]
      : [
          `Content-Disposition: form-data; name="${quoted(name)}"${file === undefined ? '' : `; filename="${quoted(file)}"`}`,
        ]),
    ...(type === undefined && subtype === 'form-data' ? [] : [`Content-Type: ${type ?? 'text/plain; charset=utf-8'}`]),
  ];
  return lines.join('\r\n');
}

/** As browsers write a name (HTML, multipart/form-data encoding algorithm): it can end neither the quotes nor the line. */
function quoted(name: string): string {
  return name.toWellFormed().replace(/["\r\n]/g, (mark) => encodeURIComponent(mark));
}
