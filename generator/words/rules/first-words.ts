import type { MethodClass } from '../../../runtime/tool/tool.ts';
import type { PlannedTool } from '../../plan/plan.ts';
import { isStub } from '../../text/stub.ts';
import { isVerb } from '../../text/verbs.ts';
import { singular, snakeCase } from '../../text/words.ts';
import { type Rule, textOf, textRule } from './rule.ts';

/** The verbs of classes that have some of their own; in the others any verb does. */
const verbsOf: Readonly<Record<MethodClass, readonly string[] | undefined>> = {
  list: ['list', 'search', 'find', 'scroll'],
  get: ['get', 'download', 'export', 'find', 'read', 'check', 'query'],
  delete: ['delete', 'remove', 'archive', 'take', 'detach', 'untag', 'unlink', 'cancel', 'redact'],
  create: undefined,
  update: undefined,
  action: undefined,
};

/** Words of how, before the verb. */
const adverbs = new Set(['permanently']);

/** A search looks for the verb, and a reader reads it first. */
export const firstWord = textRule('Begin with the verb that somebody would search for.', ({ kind, text }, tool) => {
  if (kind === 'argument' || tool === undefined || isStub(text)) return undefined;
  const words = text.split(/[^A-Za-z']+/).filter(Boolean);
  const first = (adverbs.has(words[0]?.toLowerCase() ?? '') ? words[1] : words[0]) ?? '';
  if (!/^[A-Z]/.test(text)) return 'begins with a small letter';
  if (!isVerb(first) && !snakeCase(tool.path).split('_').includes(first.toLowerCase()))
    return `begins with "${first}", which is no verb`;
  const own = verbsOf[tool.class];
  if (kind !== 'description' || own === undefined || own.includes(first.toLowerCase())) return undefined;
  return `begins with "${first}"; a tool that is a ${tool.class} begins with ${own.join(', ')}`;
});

/** Words of a description among which the resource has to stand. */
const FIRST = 14;

/** A search looks for the thing as well. */
export const resourceWord: Rule = {
  help: 'Name the thing that the tool is about in its title and among the first words.',
  check: (words) => {
    const { tool } = words;
    const title = textOf(words, 'title');
    const description = textOf(words, 'description');
    if (tool === undefined || title === undefined || description === undefined) return [];
    if (isStub(title.text) || isStub(description.text)) return [];
    const resource = resourceWords(tool);
    return [title, description]
      .filter(
        ({ text }) =>
          !plainWords(text)
            .slice(0, FIRST)
            .some((word) => resource.has(word)),
      )
      .map((text) => ({ text, message: `does not name its thing: ${[...resource].join(', ')}` }));
  },
};

/** What a tool is about, in the words of its path and tags. */
function resourceWords({ path, tags }: PlannedTool): ReadonlySet<string> {
  const literals = path.split('/').filter((part) => part !== '' && !part.startsWith('{'));
  return new Set(
    [...literals, tags[0] ?? ''].flatMap((part) => snakeCase(part).split('_').map(singular)).filter(Boolean),
  );
}

/** The words of a text in the singular and in small letters. */
function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll("'s", '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map(singular);
}

/** Titles are written like sentences: a word with a capital is a name. */
export const titleCase: Rule = {
  help: 'Write the title like a sentence: a capital at its beginning and in names.',
  check: (words) => {
    const title = textOf(words, 'title');
    const description = textOf(words, 'description');
    if (title === undefined || description === undefined) return [];
    const small = new Set(description.text.match(/\b[a-z]+\b/g));
    const [, ...others] = title.text.split(' ');
    const wrong = others.filter((word) => /^[A-Z][a-z]*$/.test(word) && isCommon(word.toLowerCase(), small));
    return wrong.length === 0
      ? []
      : [{ text: title, message: `${wrong.join(', ')}: in the description it is no name` }];
  },
};

function isCommon(word: string, small: ReadonlySet<string>): boolean {
  return small.has(word) || small.has(singular(word)) || small.has(`${word}s`);
}
