import type { z } from '@hono/zod-openapi';
import { estimateTokenCount } from 'tokenx';
import { LONGEST_TEXT, type toolTried } from './schemas.ts';

/** A text as it is answered: cut where it is too long, and what the whole of it costs a model. */
export function shownText(whole: string): z.output<typeof toolTried>['model'] {
  // Half of a character is none.
  const text = whole.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, '');
  const truncated = text.length < whole.length;
  // What is not shown is taken to be like what is.
  const part = text.length === 0 ? 1 : whole.length / text.length;
  return { text, truncated, tokens_estimate: Math.round(estimateTokenCount(text) * part) };
}

/** An answer of the API as a text: JSON, a text as it is, and of a file its size. */
export function rawText(answer: unknown): string {
  if (typeof answer === 'string') return answer;
  if (answer instanceof Uint8Array) return `(a file of ${answer.byteLength} bytes)`;
  return JSON.stringify(answer) ?? '';
}
