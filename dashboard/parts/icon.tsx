import type { LucideIcon } from 'lucide-preact';

/** A picture beside words that say the same: screen readers skip it. */
export function Icon({ of: Picture }: { of: LucideIcon }) {
  return <Picture class="icon" aria-hidden="true" />;
}
