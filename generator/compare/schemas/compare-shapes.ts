import { type Json, sameJson } from '../../json/json-schema.ts';
import { compareForms } from './compare-forms.ts';
import type { Comparison, Difference } from './difference.ts';
import type { Form, Shape } from './form.ts';
import { matchForms } from './match-forms.ts';
import type { ShapeReader } from './read-shape.ts';

/** Compares two schemas without what stands inside of them. */
export function compareShapes(
  [before, after]: readonly [Json, Json],
  readers: { readonly before: ShapeReader; readonly after: ShapeReader },
): Comparison {
  const [old, now] = [readers.before.shapeOf(before), readers.after.shapeOf(after)];
  const sayer = (keyword: string): Pick<Difference, 'schema' | 'side'> => {
    const holds = (schema: Json): boolean => Object.hasOwn(schema, keyword);
    const source = now.sources.find(holds);
    if (source) return { schema: source, side: 'after' };
    const former = old.sources.find(holds);
    return former ? { schema: former, side: 'before' } : { schema: after, side: 'after' };
  };
  const differences: Difference[] = [...compareNotes(old, now, sayer), ...compareTypes(old, now, sayer)];
  const inside: Comparison['inside'][number][] = [];
  for (const type of new Set(old.forms.map((form) => form.type))) {
    const ofType = ({ forms }: Shape): Form[] => forms.filter((form) => form.type === type);
    if (ofType(now).length === 0) continue;
    const { pairs, added, removed } = matchForms(ofType(old), ofType(now), readers);
    for (const form of added)
      differences.push({
        aspect: 'form',
        effect: 'wider',
        to: nameOf(form, now.forms),
        schema: form.sources.at(-1) ?? after,
        side: 'after',
      });
    for (const form of removed)
      differences.push({
        aspect: 'form',
        effect: 'narrower',
        from: nameOf(form, old.forms),
        schema: form.sources.at(-1) ?? before,
        side: 'before',
      });
    for (const pair of pairs) {
      const comparison = compareForms(pair, readers);
      differences.push(...comparison.differences);
      inside.push(...comparison.inside);
    }
  }
  return { differences, inside };
}

type Sayer = (keyword: string) => Pick<Difference, 'schema' | 'side'>;

function compareNotes(old: Shape, now: Shape, sayer: Sayer): Difference[] {
  return (['default', 'deprecated'] as const)
    .filter(
      (note) => old.notes.has(note) !== now.notes.has(note) || !sameJson(old.notes.get(note), now.notes.get(note)),
    )
    .map((note) => ({
      aspect: note,
      effect: 'same',
      ...(old.notes.has(note) && { from: old.notes.get(note) }),
      ...(now.notes.has(note) && { to: now.notes.get(note) }),
      ...sayer(note),
    }));
}

/** The types that either has and the other has not, and null. */
function compareTypes(old: Shape, now: Shape, sayer: Sayer): Difference[] {
  const differences: Difference[] = [];
  const [from, to] = [typesOf(old), typesOf(now)];
  const lost = from.filter((type) => !to.includes(type));
  const gained = to.filter((type) => !from.includes(type));
  const isAny = (types: readonly string[]): boolean => types.includes('any');
  const narrows = !isAny(to) && lost.some((type) => !(type === 'integer' && to.includes('number')));
  const widens = !isAny(from) && gained.some((type) => !(type === 'integer' && from.includes('number')));
  if (lost.length > 0 || gained.length > 0) {
    const effect = narrows && widens ? 'other' : narrows ? 'narrower' : widens ? 'wider' : 'same';
    if (effect !== 'same') differences.push({ aspect: 'type', effect, from, to, ...sayer('type') });
  }
  // What may be anything may be null.
  if (old.isNullable !== now.isNullable && !isAny(from) && !isAny(to))
    differences.push({
      aspect: 'null',
      effect: now.isNullable ? 'wider' : 'narrower',
      from: old.isNullable,
      to: now.isNullable,
      ...sayer('nullable'),
    });
  return differences;
}

function typesOf({ forms }: Shape): string[] {
  return [...new Set(forms.map(({ type }) => type))].sort();
}

/** A form by the schema that it alone comes from, else by what it holds. */
function nameOf({ names, type, properties }: Form, forms: readonly Form[]): string {
  const name = [...names].find((one) => forms.length === 1 || !forms.every((form) => form.names.has(one)));
  return name ?? (properties.size > 0 ? `{ ${[...properties.keys()].slice(0, 4).join(', ')} }` : type);
}
