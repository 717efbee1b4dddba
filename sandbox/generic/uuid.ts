import type { Random } from '../store/random.ts';

/** A UUID that is the same for the same randomness. */
export function uuid(random: Random): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => random.between(0, 15).toString(16));
}
