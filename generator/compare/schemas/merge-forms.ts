import { isRecord } from '../../json/json-schema.ts';
import type { Form } from './form.ts';

const SCALARS = new Set(['string', 'integer', 'number', 'boolean']);

/** Forms without those that another one holds already: a text without bounds holds every text. */
export function mergeForms(forms: readonly Form[]): Form[] {
  const open = forms.find((form) => form.type === 'any' && isUnbounded(form));
  if (open) return [open];
  const merged: Form[] = [];
  for (const form of forms) {
    const same = merged.findIndex((other) => other.type === form.type && isEqual(other, form));
    if (same >= 0) continue;
    if (!SCALARS.has(form.type)) {
      merged.push(form);
      continue;
    }
    if (
      forms.some(
        (other) => other !== form && isUnbounded(other) && holdsType(other.type, form.type) && !isUnbounded(form),
      )
    )
      continue;
    if (form.type === 'integer' && forms.some((other) => other.type === 'number' && isUnbounded(other))) continue;
    const at = merged.findIndex((other) => other.type === form.type && isListed(other) && isListed(form));
    const known = merged[at];
    if (known === undefined) merged.push(form);
    else merged[at] = { ...known, values: joined(known, form), sources: [...known.sources, ...form.sources] };
  }
  return merged;
}

function joined({ values: some = [] }: Form, { values: more = [] }: Form): unknown[] {
  const texts = new Set(some.map((value) => JSON.stringify(value)));
  return [...some, ...more.filter((value) => !texts.has(JSON.stringify(value)))];
}

function holdsType(outer: string, inner: string): boolean {
  return outer === inner || (outer === 'number' && inner === 'integer');
}

/** Nothing but a list of values. */
function isListed({ values, keywords }: Form): boolean {
  return values !== undefined && keywords.size === 0;
}

function isUnbounded({ values, keywords, properties, required, items, others }: Form): boolean {
  const isOpen = others === true || (isRecord(others) && Object.keys(others).length === 0);
  return (
    values === undefined &&
    keywords.size === 0 &&
    properties.size === 0 &&
    required.size === 0 &&
    items === undefined &&
    isOpen
  );
}

/** The same by what they were put together from; parts are the same where they are one and the same schema. */
function isEqual(one: Form, other: Form): boolean {
  const text = ({ values, keywords, required }: Form): string =>
    JSON.stringify([values?.map((value) => JSON.stringify(value)).sort(), [...keywords].sort(), [...required].sort()]);
  const isSameMap =
    one.properties.size === other.properties.size &&
    [...one.properties].every(([name, part]) => other.properties.get(name) === part);
  return isSameMap && one.items === other.items && one.others === other.others && text(one) === text(other);
}
