/** HTML as text for `display_as=plaintext`: lines for blocks, links as `label (url)`. */
export function plaintext(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/<a\b[^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, (_all, url: string, label: string) =>
      label === url ? url : `${label} (${url})`,
    )
    .replace(/<br\s*\/?>\n?/gi, '\n')
    .replace(/<\/(?:p|div|li|tr|h[1-6]|blockquote|ul|ol)>\n?/gi, '\n')
    .replace(/<[a-z/!][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|(amp|lt|gt|quot|nbsp|zwnj));/gi, (whole, code?: string, name?: string) =>
      code === undefined ? (CHARACTERS[name?.toLowerCase() ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
    )
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', zwnj: '' };
