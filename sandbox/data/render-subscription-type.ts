import type { SubscriptionType } from './rows.ts';

/** A subscription type as answers have it. */
export const renderSubscriptionType = (type: SubscriptionType): Readonly<Record<string, unknown>> => ({
  ...type,
  type: 'subscription',
});
