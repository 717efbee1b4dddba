import anyAscii from 'any-ascii';

/** Letters, marks, digits and pictures that are no ASCII, as long as they go on. */
const foreign = /(?:(?!\p{ASCII})[\p{L}\p{M}\p{N}\p{Extended_Pictographic}])+/gu;
const latin = /^[\p{Script=Latin}\p{M}]+$/u;

/**
 * A text with the letters of other scripts in Latin ones: `Straße` is `Strasse`, `用户` is `yong hu`, `имя` is `imya`. Words of
 * another script are in small letters, apart from what stands beside them; what is no letter, digit or picture stays.
 */
export function romanize(text: string): string {
  return text.replace(foreign, (run) => {
    const letters = anyAscii(run).replace(/['`"]/g, '');
    if (latin.test(run)) return letters;
    const words = letters.replace(/([a-z0-9])(?=[A-Z])/g, '$1 ').replace(/[^A-Za-z0-9]+/g, ' ');
    return ` ${words.trim().toLowerCase()} `;
  });
}

/** Whether a name has letters of another script than Latin, or letters with marks: its romanized form is another name. */
export function isForeign(name: string): boolean {
  return name.search(foreign) !== -1;
}
