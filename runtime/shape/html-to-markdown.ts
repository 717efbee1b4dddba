import type TurndownService from 'turndown';
import { isHidden } from './hidden-element.ts';
import { stripInvisible } from './invisible.ts';

/** Turns HTML into Markdown with everything that a person sees, and nothing else. Never throws. */
export type ToMarkdown = (html: string) => string;

/** Characters of HTML that are read; what comes later is counted and left out, so that no answer blocks a process. */
const LONGEST_HTML = 400_000;

let loading: Promise<ToMarkdown> | undefined;

/** The converter, loaded when the first HTML arrives. It brings its own DOM, so any runtime will do. */
export function loadConverter(): Promise<ToMarkdown> {
  loading ??= Promise.all([import('turndown'), import('@mixmark-io/domino')]).then(([turndown, domino]) =>
    converter(createService(turndown.default), domino.default.createDocument),
  );
  return loading;
}

function converter(service: TurndownService, parse: (html: string) => Document): ToMarkdown {
  return (html) => {
    const raw = html.length > LONGEST_HTML ? html.slice(0, LONGEST_HTML) : html;
    const rest = html.length - raw.length;
    try {
      // A parser puts loose elements into head and body; inside one of their own they stay together.
      const root = parse(`<x-text>${raw}</x-text>`).body;
      for (const element of root.querySelectorAll('[hidden],[style],[color]')) if (isHidden(element)) element.remove();
      return tidy(service.turndown(root)) + (rest > 0 ? `\n[${rest} more characters of HTML were not read]` : '');
    } catch {
      // Nesting that overflows the stack. Without a DOM nobody can tell what of it is hidden.
      return `[${html.length} characters of HTML, nested too deeply to be read]`;
    }
  };
}

const UNSEEN = [
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'object',
  'embed',
  'canvas',
  'audio',
  'select',
  'textarea',
] as const;

function createService(Service: typeof TurndownService): TurndownService {
  const service = new Service({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  // A model reads names and addresses as they are written; an escaped underscore would be copied as one.
  service.escape = (text) => text;
  service.remove([...UNSEEN]);
  service.remove((node) => ['SVG', 'MATH'].includes(node.nodeName.toUpperCase()));
  service.addRule('link', {
    filter: 'a',
    replacement: (content, node) => {
      const address = webAddress(node, 'href');
      const text = content.trim();
      if (text === '' || address === '' || address === `mailto:${text}`) return text;
      // A bare address ends where the text around it begins.
      return address === text ? `<${text}>` : `[${text}](${address})`;
    },
  });
  // Items come in their order; looking for the place of each would be quadratic.
  const numbers = new WeakMap<object, number>();
  service.addRule('item', {
    filter: 'li',
    replacement: (content, node) => {
      const list = node.parentNode;
      const isNumbered = list?.nodeName === 'OL';
      const number = list ? (numbers.get(list) ?? (Number.parseInt(attribute(list, 'start'), 10) || 1)) : 1;
      if (list) numbers.set(list, number + 1);
      const prefix = isNumbered ? `${number}. ` : '- ';
      return `${prefix}${content.trim().replaceAll('\n', `\n${' '.repeat(prefix.length)}`)}\n`;
    },
  });
  service.addRule('picture', {
    filter: 'img',
    replacement: (_, node) => {
      if (['width', 'height'].some((side) => /^[01](?:px)?$/.test(attribute(node, side)))) return '';
      const address = webAddress(node, 'src');
      const words = attribute(node, 'alt').replaceAll(/\s+/g, ' ').trim();
      return address === '' ? words && `![${words}]` : `![${words}](${address})`;
    },
  });
  service.addRule('frame', {
    filter: ['iframe', 'video'],
    replacement: (_, node) => {
      const address = webAddress(node, 'src');
      return address === ''
        ? ''
        : `\n\n[${node.nodeName.toLowerCase() === 'video' ? 'video' : 'embedded'}](${address})\n\n`;
    },
  });
  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content, node) => {
      const text = content.trim();
      const isLayout = text.includes('\n\n') || (node.parentNode?.childNodes.length ?? 0) < 2;
      return isLayout ? `\n\n${text}\n\n` : `| ${text.replaceAll(/\s*\n\s*/g, ' ')} `;
    },
  });
  service.addRule('row', {
    filter: 'tr',
    replacement: (content) => (content.startsWith('|') ? `\n${content.trim()} |` : `\n\n${content.trim()}\n\n`),
  });
  return service;
}

type Node = Parameters<TurndownService.ReplacementFunction>[1];

function attribute(node: globalThis.Node, name: string): string {
  // Without a DOM of its own a runtime has no class to ask for.
  return 'getAttribute' in node && typeof node.getAttribute === 'function' ? String(node.getAttribute(name) ?? '') : '';
}

/** An address that a person could open; scripts and inline data are none. */
function webAddress(node: Node, name: string): string {
  const address = stripInvisible(attribute(node, name)).replaceAll(/\s/g, '');
  return /^(?:https?:|mailto:|tel:|\/\/|\/|#)/i.test(address) ? address : '';
}

function tidy(markdown: string): string {
  return stripInvisible(markdown)
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
