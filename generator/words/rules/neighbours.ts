import { pathSubject } from '../../plan/path-subject.ts';
import type { PlannedTool } from '../../plan/plan.ts';
import { isStub } from '../../text/stub.ts';
import { singular } from '../../text/words.ts';
import { type Rule, textOf } from './rule.ts';

/** Share of words in common from which two descriptions read alike. */
const ALIKE = 0.75;

/** Of two tools that read alike, a model takes any. */
export const toldApart: Rule = {
  help: 'Say when to use it and not its neighbour, by the name of that tool.',
  check: (words, { tools }) => {
    const { tool } = words;
    const title = textOf(words, 'title');
    const description = textOf(words, 'description');
    if (tool === undefined || title === undefined || description === undefined || isStub(description.text)) return [];
    const others = [...tools.values()].filter((other) => other.tool !== tool);
    const sameTitle = others.filter((other) => textOf(other, 'title')?.text === title.text && !isStub(title.text));
    const alike = others.filter(
      (other) =>
        other.tool.names.module === tool.names.module &&
        other.tool.class === tool.class &&
        !(
          saysItsPlace(tool, other.tool, description.text) &&
          saysItsPlace(other.tool, tool, textOf(other, 'description')?.text ?? '')
        ) &&
        !description.text.includes(other.tool.names.tool) &&
        !textOf(other, 'description')?.text.includes(tool.names.tool) &&
        likeness(description.text, textOf(other, 'description')?.text ?? '') >= ALIKE,
    );
    return [
      ...sameTitle.map((other) => ({ text: title, message: `is the title of ${other.tool.names.tool} as well` })),
      ...alike.map((other) => ({
        text: description,
        message: `reads like that of ${other.tool.names.tool}, and neither names the other`,
      })),
    ];
  },
};

/** Whether a text has a word of its tool's path that the other's path has not: notes of a contact, and of a company. */
function saysItsPlace(tool: PlannedTool, other: PlannedTool, text: string): boolean {
  const [own, others] = [literalsOf(tool), literalsOf(other)];
  const words = wordsOf(text);
  return [...own].some((word) => !others.has(word) && words.has(word));
}

function literalsOf({ path }: PlannedTool): ReadonlySet<string> {
  return wordsOf(path.replaceAll(/\{[^}]*\}/g, '').replaceAll('_', ' '));
}

/** Words in common of all words that either has. */
function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const common = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}

const EMPTY = new Set(['a', 'an', 'and', 'by', 'in', 'is', 'it', 'of', 'on', 'or', 'the', 'to', 'with']);

function wordsOf(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9_]+/)
    .filter((word) => word !== '' && !EMPTY.has(word));
  return new Set(words.map(singular));
}

/** Beside a search, a model that lists everything wastes a context. */
export const namesSearch: Rule = {
  help: 'Say that it does not filter, and name the tool that searches.',
  check: (words, { tools }) => {
    const { tool } = words;
    const description = textOf(words, 'description');
    if (tool?.class !== 'list' || description === undefined || isStub(description.text) || isSearch(tool)) return [];
    const searches = [...tools.values()].filter(
      (other) => other.tool.class === 'list' && isSearch(other.tool) && thingOf(other.tool) === thingOf(tool),
    );
    const lists = [...tools.values()].filter((other) => other.tool.class === 'list' && other.tool !== tool);
    const isNamed = lists.some((other) => description.text.includes(other.tool.names.tool));
    const [search] = searches;
    if (search === undefined || isNamed) return [];
    return [{ text: description, message: `does not name the search beside it, ${search.tool.names.tool}` }];
  },
};

function isSearch({ path, search }: PlannedTool): boolean {
  return search !== undefined || path.endsWith('/search');
}

function thingOf({ path }: PlannedTool): string {
  return pathSubject(path.replace(/\/search$/, '')).things.join('/') + (pathSubject(path).parent ?? '');
}
