import { isRecord, type Json } from '../json/json-schema.ts';
import { lookupIn } from '../json/lookup.ts';

const component = /^#\/components\/[^/]+\/[^/]+$/;

/** The kind of component that a reference leads to, by its pointer: `…/parameters/0`, `…/responses/404`, `…/schema/items`. */
function kindOf(ref: string): string | undefined {
  if (component.test(ref)) return undefined;
  if (/\/schemas?(?:\/|$)/.test(ref)) return 'schemas';
  return /\/(parameters|responses|headers)\/[^/]+$/.exec(ref)?.[1];
}

/**
 * A document whose mappings of discriminators are references, and whose references into the middle of something lead to a component of their own: openapi-typescript writes
 * such a place as a chain of properties, which only some places are.
 */
export function hoistReferences(document: Json): Json {
  const lookup = lookupIn(document);
  const components = isRecord(document.components) ? document.components : {};
  const names = new Map<string, string>();
  const hoisted = new Map<string, Json>();
  let hasNames = false;
  const nameOf = (ref: string, kind: string): string => {
    const existing = names.get(ref);
    if (existing !== undefined) return existing;
    const base = (ref.split('/').at(-1) ?? '').replace(/[^\w.-]/g, '_') || 'part';
    const taken = { ...(isRecord(components[kind]) ? components[kind] : {}), ...hoisted.get(kind) };
    let name = base;
    for (let count = 2; Object.hasOwn(taken, name); count += 1) name = `${base}_${count}`;
    names.set(ref, name);
    // Its place is taken before it is visited: it may hold itself.
    const place = hoisted.get(kind) ?? {};
    hoisted.set(kind, place);
    place[name] = {};
    place[name] = visit(lookup(ref));
    return name;
  };
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isRecord(value)) return value;
    const { $ref, discriminator } = value;
    if (isRecord(discriminator) && typeof discriminator.propertyName === 'string')
      return visitParts({ ...value, discriminator: withReferences(discriminator) });
    const kind = typeof $ref === 'string' && lookup($ref) ? kindOf($ref) : undefined;
    if (kind !== undefined) return { ...value, $ref: `#/components/${kind}/${nameOf(String($ref), kind)}` };
    return visitParts(value);
  };
  const visitParts = (value: Json): Json =>
    Object.fromEntries(Object.entries(value).map(([key, part]) => [key, visit(part)]));
  /** A mapping may name a schema alone; what leads nowhere maps nothing. */
  const withReferences = ({ mapping, ...others }: Json): Json => {
    if (!isRecord(mapping)) return others;
    const targets = Object.entries(mapping).flatMap(([value, target]) => {
      const ref = /[#/]/.test(String(target)) ? String(target) : `#/components/schemas/${String(target)}`;
      hasNames ||= ref !== target;
      return lookup(ref) ? [[value, ref] as const] : [];
    });
    hasNames ||= targets.length < Object.keys(mapping).length;
    return targets.length === 0 ? others : { ...others, mapping: Object.fromEntries(targets) };
  };
  const visited = visit(document);
  if (!isRecord(visited) || (names.size === 0 && !hasNames)) return document;
  const own = isRecord(visited.components) ? visited.components : {};
  const kinds = [...hoisted].map(([kind, more]) => [kind, { ...(isRecord(own[kind]) ? own[kind] : {}), ...more }]);
  return { ...visited, components: { ...own, ...Object.fromEntries(kinds) } };
}
