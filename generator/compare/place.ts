import type { Step } from './schemas/difference.ts';

/** A place in a tool as it is written: `customer.email`, `contacts[].id`, `custom_attributes.*`. */
export function placeOf(base: string, steps: readonly Step[]): string {
  return steps.reduce((place, { kind, name }) => {
    if (kind === 'items') return `${place}[]`;
    return place === '' ? name : `${place}.${name}`;
  }, base);
}

/** Whether one place is the other, or stands inside of it. */
export function areRelated(one: string, other: string): boolean {
  const [outer, inner] = one.length <= other.length ? [one, other] : [other, one];
  return (
    inner.startsWith(outer) &&
    (outer === '' || inner.length === outer.length || /[.[]/.test(inner.charAt(outer.length)))
  );
}
