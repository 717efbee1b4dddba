/** What a template is filled from: texts, what is truthy or not, and lists of more of it. */
export type Values = Readonly<Record<string, unknown>>;

/** Part of a template: its text, a value, or what stands between the tags of a block. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | Block;

interface Block {
  readonly kind: 'if' | 'each';
  readonly name: string;
  readonly parts: Part[];
  readonly otherwise: Part[];
}

/** A tag of a block that is alone on its line takes the whole line, its newline too. */
const TAG = /^[ \t]*\{\{([#/]\w+ ?\w*|else)\}\}[ \t]*\n|\{\{([#/]\w+ ?[\w.]*|else|[\w./]+)\}\}/gm;

/**
 * A template in the part of Handlebars' language that emitted files need: `{{name}}`, `{{this}}` and `{{../name}}`, `{{#if}}` with
 * `{{else}}`, and `{{#each}}`. Nothing is escaped. A function that fills it, which throws where a value is not there.
 */
export function compileTemplate(template: string): (values: Values) => string {
  const parts = parse(template);
  return (values) => renderAll(parts, [values]);
}

function parse(template: string): Part[] {
  const root: Part[] = [];
  const open: { readonly block: Block; into: Part[] }[] = [];
  const add = (part: Part): void => void (open.at(-1)?.into ?? root).push(part);
  let end = 0;
  for (const match of template.matchAll(TAG)) {
    if (match.index > end) add({ kind: 'text', text: template.slice(end, match.index) });
    end = match.index + match[0].length;
    const tag = match[1] ?? match[2] ?? '';
    const [kind, name = ''] = tag.slice(1).split(' ');
    const last = open.at(-1);
    if (tag === 'else' && last !== undefined) last.into = last.block.otherwise;
    else if (tag.startsWith('/') && last?.block.kind === kind) open.pop();
    else if (tag.startsWith('#') && (kind === 'if' || kind === 'each')) {
      const block: Block = { kind, name, parts: [], otherwise: [] };
      add(block);
      open.push({ block, into: block.parts });
    } else if (/^[#/]|^else$/.test(tag)) throw new Error(`{{${tag}}} stands nowhere in a template`);
    else add({ kind: 'value', name: tag });
  }
  if (open.length > 0) throw new Error(`{{#${open.at(-1)?.block.kind}}} of a template has no end`);
  if (end < template.length) root.push({ kind: 'text', text: template.slice(end) });
  return root;
}

/** `scopes` are the values of each block around a part, the innermost last. */
function renderAll(parts: readonly Part[], scopes: readonly unknown[]): string {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'text') text += part.text;
    else if (part.kind === 'value') text += String(lookUp(part.name, scopes));
    else if (part.kind === 'if')
      text += renderAll(isEmpty(lookUp(part.name, scopes)) ? part.otherwise : part.parts, scopes);
    else for (const item of listOf(lookUp(part.name, scopes))) text += renderAll(part.parts, [...scopes, item]);
  }
  return text;
}

function lookUp(name: string, scopes: readonly unknown[]): unknown {
  if (name.startsWith('../')) return lookUp(name.slice('../'.length), scopes.slice(0, -1));
  const scope = scopes.at(-1);
  if (name === 'this') return scope;
  const value = typeof scope === 'object' && scope !== null ? Reflect.get(scope, name) : undefined;
  if (value === undefined) throw new Error(`a template has no ${name}`);
  return value;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : !value;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('{{#each}} of a template is of no list');
  return value;
}
