import type { ErrorSituation } from '../runtime/profile/advice.ts';

/**
 * What an answer has to say for a piece of advice to fit: all that stands here has to hold. `says` looks for Intercom's wording
 * or that of the sample workspace in the message.
 */
export interface AdviceRule {
  readonly tool?: RegExp;
  readonly code?: string;
  readonly status?: number;
  readonly says?: RegExp;
  readonly advice: string | ((situation: ErrorSituation) => string);
}

/** The advice of the first rule that fits. */
export function adviseByRule(rules: readonly AdviceRule[], situation: ErrorSituation): string | undefined {
  const { status, code, message = '', call } = situation;
  const rule = rules.find(
    (one) =>
      (one.tool?.test(call?.tool ?? '') ?? true) &&
      (one.code === undefined || one.code === code) &&
      (one.status === undefined || one.status === status) &&
      (one.says?.test(message) ?? true),
  );
  return typeof rule?.advice === 'function' ? rule.advice(situation) : rule?.advice;
}
