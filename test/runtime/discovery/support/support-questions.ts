import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Question } from './questions.ts';

const questions = z.array(z.strictObject({ question: z.string(), tools: z.array(z.string()).min(1) }));

/**
 * 80 of 120 questions that somebody wrote who knew neither the synonyms nor the ranking, as support engineers, leads, writers,
 * developers and salespeople speak: the ranking was tuned with these.
 */
export const supportQuestions: readonly Question[] = read('support-questions.json');

/** The other 40, a control: nobody looked at them while tuning, and nothing may be tuned with them. */
export const controlQuestions: readonly Question[] = read('control-questions.json');

function read(name: string): Question[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return questions.parse(JSON.parse(text)).map(({ question, tools }) => [question, tools]);
}
