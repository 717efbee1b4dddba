import { plainText } from '../search/plain-text.ts';
import { escapeHtml } from './escape-html.ts';

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** Markdown for the HTML of articles: headings, paragraphs, lists, links, emphasis and code; of other tags the text stays. */
export function toMarkdown(html: string): string {
  return html
    .replace(/<(ol|ul)\b[^>]*>([\s\S]*?)<\/\1>/gi, (_all, kind: string, items: string) => listed(kind, items))
    .replace(/<h([1-6])\b[^>]*>/gi, (_all, level: string) => `\n\n${'#'.repeat(Number(level))} `)
    .replace(/<(?:p|div|blockquote|pre|table|tr)\b[^>]*>|<\/(?:h[1-6]|p|div|blockquote|pre|table|tr)>/gi, '\n\n')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?(?:strong|b)\b[^>]*>/gi, '**')
    .replace(/<\/?(?:em|i)\b[^>]*>/gi, '*')
    .replace(/<\/?code\b[^>]*>/gi, '`')
    .replace(/<a\b[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, '[$2]($1)')
    .replace(/<[a-z/!][^<>]*>/gi, '')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function listed(kind: string, items: string): string {
  const lines = [...items.matchAll(/<li\b[^>]*>([\s\S]*?)<\/li>/gi)].map(([, item = ''], index) => {
    const text = item.replace(/<\/?p\b[^>]*>/gi, '').trim();
    return `${kind.toLowerCase() === 'ol' ? `${index + 1}.` : '-'} ${text}`;
  });
  return `\n\n${lines.join('\n')}\n\n`;
}

/** HTML for simple Markdown, the way back of {@link toMarkdown}. */
export function toHtml(markdown: string): string {
  return markdown
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(blockToHtml)
    .join('');
}

function blockToHtml(block: string): string {
  const [, level, heading] = /^(#{1,6}) (.+)$/.exec(block) ?? [];
  if (level !== undefined && heading !== undefined) return `<h${level.length}>${inline(heading)}</h${level.length}>`;
  const lines = block.split('\n');
  for (const [tag, bullet] of [
    ['ol', /^\d+[.)] /],
    ['ul', /^[-*+] /],
  ] as const)
    if (lines.every((line) => bullet.test(line)))
      return `<${tag}>${lines.map((line) => `<li>${inline(line.replace(bullet, ''))}</li>`).join('')}</${tag}>`;
  return `<p>${lines.map(inline).join('<br>')}</p>`;
}

function inline(text: string): string {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\*([^*]+)\*/g, '<em>$1</em>')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>');
}

/** The HTML that a body brings, as `body` or as `body_markdown`; undefined without either. */
export function htmlOf({ body, body_markdown: markdown }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof body === 'string') return body;
  return typeof markdown === 'string' ? toHtml(markdown) : undefined;
}

/** True where every word of a phrase occurs in the texts. */
export function hasWords(phrase: string, texts: readonly string[]): boolean {
  const text = texts.map(plainText).join('\n');
  return wordsIn(phrase).every((word) => text.includes(word));
}

/** The words of a phrase in lower case. */
export function wordsIn(phrase: string): string[] {
  return phrase.toLowerCase().match(/[\p{L}\p{M}\p{N}_@.'-]+/gu) ?? [];
}
