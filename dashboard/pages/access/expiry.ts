/** When a key ends that is made now. */
export const expiries = ['never', 'day', 'week', 'month', 'quarter', 'date'] as const;

/** One of {@link expiries}. */
export type Expiry = (typeof expiries)[number];

/** What was chosen; `date` is what a field for a date and a time holds, in the reader's own zone. */
export interface ChosenExpiry {
  readonly kind: Expiry;
  readonly date: string;
}

/** The choices in words. */
export const expiryNames = {
  never: 'Never',
  day: '24 hours',
  week: '7 days',
  month: '30 days',
  quarter: '90 days',
  date: 'On a date',
} as const satisfies Record<Expiry, string>;

const DAYS = { day: 1, week: 7, month: 30, quarter: 90 } as const;

/** The moment as the gateway takes it, null for never; what a date field holds half-way is passed on for the gateway to refuse. */
export function expiresAt({ kind, date }: ChosenExpiry, now: Date): string | null {
  if (kind === 'never') return null;
  if (kind !== 'date') return new Date(now.getTime() + DAYS[kind] * 86_400_000).toISOString();
  const at = new Date(date);
  return Number.isNaN(at.getTime()) ? date : at.toISOString();
}
