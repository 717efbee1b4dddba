import type { Sayings } from '../runtime/profile/sayings.ts';
import { knowledgeSayings } from './sayings/knowledge.ts';
import { peopleSayings } from './sayings/people.ts';
import { supportSayings } from './sayings/support.ts';

/** What users say for each of Intercom's tools. */
export const sayings: Sayings = { ...supportSayings, ...peopleSayings, ...knowledgeSayings };
