import types from '../generated/intercom-2.15/answers.json' with { type: 'json' };
import type { AnswerTypes } from '../runtime/catalog/answer-types.ts';

/** What the tools of version 2.15 answer, as TypeScript. */
export const answers: AnswerTypes = types;
