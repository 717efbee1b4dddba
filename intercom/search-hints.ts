import type { SearchProfile } from '../runtime/profile/search-profile.ts';

/** What a filter of Intercom's searches that is correct finds other than a reader of it would think. */
export const surprises: NonNullable<SearchProfile['surprises']> = ({ field, operator, value }) => {
  const found: string[] = [];
  if (field === 'source.body' && !['^', '$'].includes(operator)) {
    const text = [value].flat().find((one) => typeof one === 'string' && /\S\s+\S/.test(one));
    if (typeof text === 'string') found.push(wordByWord(text));
  }
  if (field.startsWith('ticket_attribute.') && !/^ticket_attribute\.\d+$/.test(field))
    found.push(`${field}: attributes are searched by their id, not their name, such as ticket_attribute.123.`);
  return found;
};

/** Intercom compares each word of the body by itself, so several words at once equal none of them. */
function wordByWord(text: string): string {
  const words = text.trim().split(/\s+/).slice(0, 3);
  const value = words.map((word) => ({ field: 'source.body', operator: '~', value: word.slice(0, 40) }));
  return `source.body matches single words, so several at once may find nothing; one ~ filter a word: ${JSON.stringify({ operator: 'AND', value })}`;
}
