import type { AdviseOn, NothingFound } from './advice.ts';
import type { AnswerRules } from './answer-rules.ts';
import type { Connection } from './connection.ts';
import type { NamesProfile } from './named-kind.ts';
import type { SearchProfile } from './search-profile.ts';

/**
 * What a client calls one API by. All but the identity and the connection may be left out: answers are then shaped by their form
 * alone, and advice goes by the status.
 */
export interface CallingProfile {
  /** Short name in lower-case letters, as in tool names and in addresses of files: `acme`. */
  readonly id: string;
  /** The name as sentences have it: `Acme`. */
  readonly name: string;
  readonly connection: Connection;
  /** What to do about an error answer, where the API's own codes say more than the status does. */
  readonly advise?: AdviseOn;
  /** Which error answers of lists are empty lists. */
  readonly nothingFound?: NothingFound;
  /** Properties of answers that are times in unix seconds: shown as ISO 8601. */
  readonly timeKeys?: ReadonlySet<string>;
  readonly answers?: AnswerRules;
  readonly search?: SearchProfile;
  /** Names that do for ids, and that answers show beside them. */
  readonly names?: NamesProfile;
}
