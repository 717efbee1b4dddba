import type { NamedThing } from '../profile/named-kind.ts';

/** What a text comes to among things: the one that it names, several that have this name, or none. */
export type FoundThing =
  | { readonly is: 'one'; readonly thing: NamedThing }
  | { readonly is: 'many'; readonly things: readonly NamedThing[] }
  | { readonly is: 'none' };

/** Characters of a name that count. */
const LONGEST = 400;

/** How closely a name has to be given: to the letter, whatever its capitals, and then whatever its accents and separators. */
type Forms = readonly [exact: string, plain: string, loose: string];

/** The things of a name. An id is itself; among names the closest form that any has decides, and it must be that of one thing. */
export function findThing(things: readonly NamedThing[], text: string): FoundThing {
  const itself = things.find(({ id, isFree }) => isFree === undefined && id === text.trim());
  if (itself !== undefined) return { is: 'one', thing: itself };
  const wanted = formsOf(text);
  for (const [form, name] of wanted.entries()) {
    if (name === '') continue;
    const found = new Map<string, NamedThing>();
    for (const thing of things) {
      if (formsOfThing(thing).some((forms) => forms[form] === name)) found.set(thing.id, thing);
    }
    const [first, ...others] = found.values();
    if (first !== undefined)
      return others.length === 0 ? { is: 'one', thing: first } : { is: 'many', things: [first, ...others] };
  }
  return { is: 'none' };
}

const known = new WeakMap<NamedThing, readonly Forms[]>();

function formsOfThing(thing: NamedThing): readonly Forms[] {
  const forms = known.get(thing) ?? thing.labels.map(formsOf);
  known.set(thing, forms);
  return forms;
}

function formsOf(text: string): Forms {
  const exact = text.slice(0, LONGEST + 1);
  // Two long names that begin alike are not the same.
  if (exact.length > LONGEST) return [text, '', ''];
  const plain = exact.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  const loose = plain
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s_-]+/g, ' ');
  return [exact, plain, loose.trim()];
}
