import type { Scenario } from '../thread/scenario.ts';
import { account } from './account.ts';
import { billing } from './billing.ts';
import { calendar } from './calendar.ts';
import { feedback } from './feedback.ts';
import { languages } from './languages.ts';
import { password } from './password.ts';
import { payments } from './payments.ts';
import { product } from './product.ts';

/** All stories but that of lost passwords, which must not come up just anywhere. */
export const scenarios: readonly Scenario[] = [
  ...billing,
  ...payments,
  ...calendar,
  ...account,
  ...product,
  ...feedback,
  ...languages,
];

export { password };
