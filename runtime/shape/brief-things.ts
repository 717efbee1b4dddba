import type { AnswerRules } from '../profile/answer-rules.ts';
import { isLonger } from '../value/is-longer.ts';
import { isRecord } from '../value/value.ts';
import { type Choice, choose } from './fields.ts';
import { ruleFor } from './rules.ts';
import { pick } from './select.ts';

/** Characters of a thing that is shown as it is. */
const SHORT = 500;
/** Values within values that are looked at. */
const DEEPEST = 40;

/**
 * What was picked, with things that were named as a whole as their summaries where they have a rule and are long: who asks
 * for `ticket_type` means which it is. All of one is `ticket_type.*`.
 */
export function briefThings(picked: unknown, choice: Choice, rules: AnswerRules, depth = 0): unknown {
  if (depth > DEEPEST) return picked;
  if (Array.isArray(picked)) return picked.map((item) => briefThings(item, choice, rules, depth + 1));
  if (!isRecord(picked)) return picked;
  if (choice.whole) {
    const rule = typeof picked.type === 'string' ? ruleFor(picked.type, '', rules) : undefined;
    if (rule !== undefined) return isLonger(picked, SHORT) ? (pick(picked, choose(rule.summary)) ?? picked) : picked;
  }
  return Object.fromEntries(
    Object.entries(picked).map(([key, part]) => {
      const isInside = choice.whole && Array.isArray(part);
      const below = isInside ? choice : (choice.children.get(key) ?? (choice.whole ? undefined : choice));
      return [key, below === undefined ? part : briefThings(part, below, rules, depth + 1)];
    }),
  );
}
