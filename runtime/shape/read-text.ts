import { isSuspicious } from './html/invisible.ts';

/** What a person sees of a text that stands under a key. */
export type ReadText = (key: string, text: string) => string;

/** True for a text that is what a person sees of it: it has no tags, escaped or not, and no character that could be invisible. */
export function isPlain(text: string): boolean {
  return !text.includes('<') && !text.includes('&lt;') && !isSuspicious(text);
}
