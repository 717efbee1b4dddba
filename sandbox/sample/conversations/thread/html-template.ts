import { escapeHtml } from '../../../html/escape-html.ts';
import type { Details } from './details.ts';

/** HTML with places for details. */
type Template = readonly { readonly html: string; readonly name: string | undefined }[];

const known = new Map<string, Template>();

/**
 * The HTML of a marked up text: an empty line parts paragraphs, `- ` and `1. ` begin items of a list, `[text](address)` is
 * a link, and `{name}` is filled with a detail.
 */
export function htmlOf(text: string, details: Details): string {
  let template = known.get(text);
  if (template === undefined) {
    template = compile(text);
    known.set(text, template);
  }
  let html = '';
  for (const piece of template)
    html += piece.html + (piece.name === undefined ? '' : escapeHtml(detail(details, piece.name)));
  return html;
}

/** A text with its details and no HTML, as subjects are. */
export function textOf(text: string, details: Details): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => detail(details, name));
}

function detail(details: Details, name: string): string {
  const value = (details as Readonly<Record<string, string>>)[name];
  if (value === undefined) throw new Error(`no detail ${name}`);
  return value;
}

function compile(text: string): Template {
  const pieces = text
    .split('\n\n')
    .map(block)
    .join('')
    .split(/\{(\w+)\}/);
  return pieces.flatMap((html, index) => (index % 2 === 0 ? [{ html, name: pieces[index + 1] }] : []));
}

function block(text: string): string {
  const lines = text.trim().split('\n').map(inline);
  const list = [
    { mark: /^- /, name: 'ul' },
    { mark: /^\d+\. /, name: 'ol' },
  ].find(({ mark }) => lines.every((line) => mark.test(line)));
  if (list === undefined) return `<p>${lines.join('<br>')}</p>`;
  return `<${list.name}>${lines.map((line) => `<li>${line.replace(list.mark, '')}</li>`).join('')}</${list.name}>`;
}

function inline(line: string): string {
  return escapeHtml(line)
    .replace(/\[([^\]]+)\]\((\S+?)\)/g, '<a href="$2" target="_blank" rel="nofollow noopener noreferrer">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>');
}
