import { isRecord, type Json } from '../../json/json-schema.ts';
import type { Comparison, Difference } from './difference.ts';
import type { Form } from './form.ts';
import { effectOf } from './keywords.ts';
import type { ShapeReader } from './read-shape.ts';
import { renamedFields } from './renamed-fields.ts';

/** Compares a form with what it was, both of one type. */
export function compareForms(
  [before, after]: readonly [Form, Form],
  readers: { readonly before: ShapeReader; readonly after: ShapeReader },
): Comparison {
  const inside: Comparison['inside'][number][] = [];
  const differences = [...compareValues(before, after), ...compareBounds(before, after)];
  if (before.items !== undefined || after.items !== undefined)
    inside.push({ step: { kind: 'items', name: '[]' }, before: before.items ?? {}, after: after.items ?? {} });
  if (readers.after.direction === 'argument' && isOpen(after) && !isOpen(before) && before.properties.size > 0)
    return { differences: [...differences, othersDifference(before, after)], inside };
  // Who reads a field reads it by its name, whatever else is like it.
  const renamed =
    readers.after.direction === 'argument' ? renamedFields(before, after, readers) : new Map<string, string>();
  differences.push(...compareProperties(before, after, renamed));
  for (const [name, part] of before.properties) {
    const now = after.properties.get(renamed.get(name) ?? name);
    if (now) inside.push({ step: { kind: 'property', name: renamed.get(name) ?? name }, before: part, after: now });
  }
  const [others, more] = [before.others, after.others];
  if (isRecord(others) || isRecord(more)) {
    if (others === false || more === false) differences.push(othersDifference(before, after));
    else
      inside.push({
        step: { kind: 'any', name: '*' },
        before: isRecord(others) ? others : {},
        after: isRecord(more) ? more : {},
      });
  } else if (others !== more) differences.push(othersDifference(before, after));
  return { differences, inside };
}

/** An object of any names, of which nothing is said. */
function isOpen({ type, properties, required, others }: Form): boolean {
  return type === 'object' && properties.size === 0 && required.size === 0 && others !== false;
}

function othersDifference(before: Form, after: Form): Difference {
  return {
    aspect: 'others',
    effect: after.others === false ? 'narrower' : 'wider',
    from: before.others !== false,
    to: after.others !== false,
    ...sayer(before, after, 'additionalProperties'),
  };
}

function compareValues(before: Form, after: Form): Difference[] {
  const [old, now] = [before.values, after.values];
  if (old === undefined && now === undefined) return [];
  const said = { aspect: 'values' as const, ...sayer(before, after, 'enum', 'const') };
  if (old === undefined) return [{ ...said, effect: 'narrower', to: now }];
  if (now === undefined) return [{ ...said, effect: 'wider', from: old }];
  const without = (some: readonly unknown[], others: readonly unknown[]): unknown[] => {
    const texts = new Set(others.map((value) => JSON.stringify(value)));
    return some.filter((value) => !texts.has(JSON.stringify(value)));
  };
  const [added, removed] = [without(now, old), without(old, now)];
  return [
    ...(removed.length > 0 ? [{ ...said, effect: 'narrower' as const, from: removed }] : []),
    ...(added.length > 0 ? [{ ...said, effect: 'wider' as const, to: added }] : []),
  ];
}

function compareBounds(before: Form, after: Form): Difference[] {
  const keywords = new Set([...before.keywords.keys(), ...after.keywords.keys()]);
  return [...keywords].flatMap((keyword): Difference[] => {
    const [from, to] = [before.keywords.get(keyword), after.keywords.get(keyword)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [
      {
        aspect: 'bound',
        keyword,
        effect: effectOf(keyword, from, to),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        ...sayer(before, after, keyword),
      },
    ];
  });
}

function compareProperties(before: Form, after: Form, renamed: ReadonlyMap<string, string>): Difference[] {
  const differences: Difference[] = [];
  const known = new Map([...before.properties].map(([name, part]) => [renamed.get(name) ?? name, { name, part }]));
  for (const [name, part] of after.properties) {
    const step = { kind: 'property', name } as const;
    const was = known.get(name);
    const isRequired = after.required.has(name);
    if (!was) {
      differences.push({
        aspect: 'field added',
        effect: isRequired ? 'narrower' : 'wider',
        step,
        isRequired,
        schema: part,
        side: 'after',
      });
      continue;
    }
    if (was.name !== name)
      differences.push({
        aspect: 'field renamed',
        effect: 'other',
        step,
        from: was.name,
        to: name,
        schema: part,
        side: 'after',
      });
    if (isRequired !== before.required.has(was.name))
      differences.push(requirement(isRequired, { step, schema: part, side: 'after' }));
  }
  for (const [name, { name: old, part }] of known)
    if (!after.properties.has(name))
      differences.push({
        aspect: 'field removed',
        effect: 'other',
        step: { kind: 'property', name: old },
        isRequired: before.required.has(old),
        schema: part,
        side: 'before',
      });
  // Names may be required that nothing else is said of.
  const bare = new Set([...before.required, ...after.required]);
  for (const name of bare) {
    if (before.properties.has(name) || after.properties.has(name)) continue;
    const isRequired = after.required.has(name);
    if (isRequired === before.required.has(name)) continue;
    const step = { kind: 'property', name } as const;
    differences.push(requirement(isRequired, { step, ...sayer(before, after, 'required') }));
  }
  return differences;
}

/** A field that has to be given now, or has not any more. */
function requirement(isRequired: boolean, where: Pick<Difference, 'step' | 'schema' | 'side'>): Difference {
  const effect = isRequired ? 'narrower' : 'wider';
  return { aspect: 'required', effect, from: !isRequired, to: isRequired, ...where };
}

/** The schema that says a keyword, now or before. */
function sayer(before: Form, after: Form, ...keywords: readonly string[]): Pick<Difference, 'schema' | 'side'> {
  const holds = (schema: Json): boolean => keywords.some((keyword) => Object.hasOwn(schema, keyword));
  const now = after.sources.find(holds);
  if (now) return { schema: now, side: 'after' };
  const old = before.sources.find(holds);
  if (old) return { schema: old, side: 'before' };
  return { schema: after.sources[0] ?? {}, side: 'after' };
}
