import { pathSubject } from '../../plan/path-subject.ts';
import type { PlannedTool } from '../../plan/plan.ts';
import { isStub } from '../../text/stub.ts';
import { singular, snakeCase } from '../../text/words.ts';
import { type ApiWords, type Rule, textOf, textRule } from './rule.ts';

/** Words that add nothing to a name. */
const EMPTY = new Set(
  'a an and for is of or the this that its to which with value field argument parameter'.split(' '),
);

/** Words that repeat the name cost tokens and tell nothing. */
export const echo = textRule("Say what the name does not, or leave it empty ('').", ({ kind, argument, text }) => {
  if (kind !== 'argument' || text === '' || isStub(text)) return undefined;
  const name = new Set(snakeCase(argument).split('_').map(singular));
  const words = text
    .toLowerCase()
    .replaceAll("'s", '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const news = words.filter((word) => !name.has(singular(word)) && !EMPTY.has(word));
  return news.length === 0 ? `says what the name ${argument} says` : undefined;
});

/** Words for an argument that is not there are never read. */
export const argumentExists: Rule = {
  help: 'Correct the name, or delete the line.',
  check: ({ tool, texts }) => {
    if (tool === undefined) return [];
    const places = new Set(tool.fields.flatMap(({ key, schema }) => placesIn(schema, key)));
    return texts
      .filter(({ kind, argument }) => kind === 'argument' && !places.has(argument))
      .map((text) => ({ text, message: `${tool.names.tool} has no argument ${text.argument}` }));
  },
};

type Schema = PlannedTool['fields'][number]['schema'];

/** The dotted places of an argument and of all that it holds. */
function placesIn(schema: Schema, place: string): string[] {
  const { properties = {}, items, anyOf = [], allOf = [], oneOf = [], additionalProperties } = schema;
  const same = [items, additionalProperties, ...anyOf, ...allOf, ...oneOf].filter((part) => typeof part === 'object');
  return [
    place,
    ...same.flatMap((part) => placesIn(part, place)),
    ...Object.entries(properties).flatMap(([key, part]) => placesIn(part, `${place}.${key}`)),
  ];
}

/** What a list says of ids: where they are from. */
const SOURCE =
  /\b(?:ask the user|(?:from|take|find|by|use|its?|your own)\b.*\bids?\b|\bids?\b.*\b(?:from|of|in|use)\b)/i;

/** A model that does not know where an id is from makes one up. */
export const idExplained: Rule = {
  help: 'Say in the words of the argument or in the description where the id is from, or that a name does as well.',
  check: (words, api) => {
    const { tool } = words;
    const description = textOf(words, 'description');
    if (tool === undefined || description === undefined || isStub(description.text)) return [];
    const unexplained = tool.fields.filter(({ key, required, constant, schema }) => {
      if (!required || constant !== undefined || !/(?:^|_)(?:ids?|identifier)$/.test(key)) return false;
      const isSaid = (schema.description ?? '') !== '' || tool.named[key] !== undefined;
      return !isSaid && !isListed(key, api) && !SOURCE.test(description.text);
    });
    return unexplained.map(({ key }) => ({
      text: description,
      message: `nothing says where ${key} is from: no tool lists such things, and it has no words`,
    }));
  },
};

/** Whether a tool lists the things that an id is of, by the names of both. */
function isListed(key: string, { tools }: ApiWords): boolean {
  const thing = key.replace(/_?(?:ids?|identifier)$/, '');
  return [...tools.values()].some(({ tool }) => {
    if (tool.class !== 'list') return false;
    const { things } = pathSubject(tool.path);
    const listed = singular(things.filter((word) => word !== 'search' && word !== 'list').at(-1) ?? '');
    return listed !== '' && (thing === listed || thing.endsWith(`_${listed}`) || listed.endsWith(`_${thing}`));
  });
}
