/** Lower-case words of a text; an e-mail address stands for `email`, numbers and addresses of pages for nothing. */
export function splitWords(text: string): string[] {
  return text
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(/\S+@\S+/g, ' email ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/e-mail/g, 'email')
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => (word.length > 1 || word === 'i' || word === 'a') && !/^\d+[a-z]?$/.test(word));
}
