import type { SubscriptionType } from '../../model/data.ts';

/** A subscription type as answers have it. */
export function renderSubscriptionType(type: SubscriptionType): Readonly<Record<string, unknown>> {
  return {
    ...type,
    type: 'subscription',
  };
}
