import type { SubscriptionType } from '../../model/data.ts';

/** A subscription type as answers have it. */
export const renderSubscriptionType = (type: SubscriptionType): Readonly<Record<string, unknown>> => ({
  ...type,
  type: 'subscription',
});
