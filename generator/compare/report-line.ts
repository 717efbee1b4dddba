import { showHidden } from '../../runtime/value/show-hidden.ts';

/** Characters of one text of a report; names of a description have no limit of their own. */
const LONGEST = 600;

/** A text of somebody else's as one line of a report, in which nothing is hidden; the middle of a long one is left out. */
export function reportLine(text: string): string {
  if (text.length <= LONGEST) return visible(text);
  const [start, end] = [text.slice(0, LONGEST / 2), text.slice(-LONGEST / 2)];
  return `${visible(start)} (${text.length - LONGEST} characters) ${visible(end)}`;
}

function visible(text: string): string {
  return showHidden(text.replace(/\s+/g, ' '));
}
