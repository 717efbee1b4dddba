import types from '../generated/intercom/answers.json' with { type: 'json' };
import type { AnswerTypes } from '../runtime/catalog/answer-types.ts';

/** What Intercom's tools answer, as TypeScript. */
export const answers: AnswerTypes = types;
