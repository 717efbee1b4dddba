import type { DryRun } from '../http/dry-run.ts';
import type { Page } from '../tool/tool.ts';
import type { ForModel } from './for-model.ts';
import type { AnswerShape } from './open-shape.ts';

/** What a call resolves to, by its shape, and the request where it is a dry run. */
export type Answered<Output, Complete, Shape extends AnswerShape, Dry extends boolean = false> = Dry extends true
  ? DryRun
  : { raw: Output; complete: Complete; model: ForModel<Complete> }[Shape];

/** The items of a page. */
export type ItemOf<Answer> = Answer extends Page<infer Item> ? Item : unknown;
