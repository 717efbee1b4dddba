import type { Connection } from '../profile/connection.ts';
import type { AnswerTypes } from './answer-types.ts';
import type { ModuleLoader } from './tool-loader.ts';

/** The form of {@link GeneratedParts} that this version of the toolkit reads, and its generator writes. */
export const GENERATED_FORM = 1;

/** What of an API is generated: `api.ts` in the folder of its tools exports it as `generated`. */
export interface GeneratedParts {
  /** {@link GENERATED_FORM} of the generator that wrote it. */
  readonly form: number;
  /** Short name in lower-case letters, as in the names of its tools. */
  readonly id: string;
  /** The title of its description. */
  readonly title: string;
  readonly apiVersion: string;
  /** The content of `catalog.json`. */
  readonly entries: unknown;
  /** Its digest. */
  readonly catalogDigest: string;
  readonly modules: Readonly<Record<string, ModuleLoader>>;
  /** Group of tags -> the slugs of its tags. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Properties of answers that are times in unix seconds, as the description declares them. */
  readonly timeKeys: readonly string[];
  readonly answerTypes: () => Promise<AnswerTypes>;
  readonly connection: Connection;
}
