import type { MissingWords, Operation } from '../ir/ir.ts';
import { plainText } from '../text/plain-text.ts';
import { isStub } from '../text/stub.ts';

/** The words that an argument was given: its own, those of its name everywhere, or the description's; none for a stub. */
export function argumentWords(
  dotted: string,
  own: Readonly<Record<string, string>>,
  common: Readonly<Record<string, string>>,
): string | undefined {
  const text = Object.hasOwn(own, dotted) ? own[dotted] : Object.hasOwn(common, dotted) ? common[dotted] : undefined;
  return isStub(text) ? undefined : text;
}

/** What an operation lacks, before anything is put in its place. */
export function missingWords(
  { summary, description, fields, facts }: Operation,
  common: Readonly<Record<string, string>>,
): MissingWords {
  const isMissing = (text: string): boolean => isStub(text) || plainText(text, Number.POSITIVE_INFINITY) === '';
  return {
    title: isMissing(summary),
    description: isMissing(description),
    arguments: fields
      .filter(({ key, schema, constant }) => {
        const isKnown = argumentWords(key, facts.fields ?? {}, common) !== undefined;
        return constant === undefined && !isKnown && typeof schema.description !== 'string';
      })
      .map(({ key }) => key),
  };
}
