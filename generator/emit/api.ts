import { template } from './templates.ts';

/** The form of what `api.ts` exports; the runtime reads no other. */
const FORM = 1;

/** The text of the file that has all that a server is made of together, before formatting; `id` is the name of the API. */
export function emitApi(id: string): string {
  return template('api.ts.hbs')({ form: FORM, id: JSON.stringify(id) });
}

/** The text of the file that hands out what the tools answer, before formatting. */
export function emitAnswers(): string {
  return template('answers.ts.hbs')({});
}
