import { showHidden } from './show-hidden.ts';

/** Characters of somebody else's name that are shown. */
const LONGEST = 60;

/** Characters that are looked at: what is shown of the rest would be cut off anyway. */
const READ = 240;

/** Somebody else's name on one line: short, nothing in it hidden, and no marks in it of code or markup. */
export function foreignName(text: string): string {
  const line = text
    .slice(0, READ)
    .replace(/[<>`]/g, ' ')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim();
  const shown = [...showHidden(line)];
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1).join('')}…` : shown.join('');
}

/** As {@link foreignName}, in quotation marks that nothing inside can end: the form in which it stands within sentences. */
export function quotedName(text: string): string {
  return JSON.stringify(foreignName(text));
}
