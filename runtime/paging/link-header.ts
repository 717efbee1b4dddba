/** Characters of a header that are read. */
const LONGEST = 16_000;

/** The address that a `Link` header gives for the next page (RFC 8288); undefined where it gives none. */
export function nextLink(header: string): string | undefined {
  for (const [, address = '', parameters = ''] of header.slice(0, LONGEST).matchAll(/<([^<>]*)>([^<]*)/g)) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters) ?? [];
    if ((quoted ?? bare ?? '').toLowerCase().split(/\s+/).includes('next')) return address;
  }
  return undefined;
}
