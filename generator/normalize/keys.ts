import type { ToolFacts } from '../facts/tool-facts.ts';
import type { Field } from '../ir/ir.ts';
import type { JsonSchema } from '../json/json-schema.ts';
import { plainText } from '../text/plain-text.ts';
import { isForeign, romanize } from '../text/romanize.ts';
import { singular, snakeCase } from '../text/words.ts';

/** Keys that every client accepts as a property of a tool's input; `__proto__` is no property in JavaScript source. */
export const portableKey = /^(?!__proto__$)[a-zA-Z0-9_.-]{1,64}$/;

const longest = 64;
/** Characters of a name that are looked at. */
const longestRead = 1000;

/** A name as a key that every client accepts: `$filter` is `filter`, `page[size]` is `page.size`, `+1` is `1`, `имя` is `imya`. */
export function toPortableKey(name: string): string {
  if (portableKey.test(name)) return name;
  const words = romanize(name.slice(0, longestRead))
    .replace(/\[\]$/, '')
    .replace(/\[([^\][]*)\]/g, '.$1')
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9_.-]+/g, '_')
    .replace(/^[_.]+|[_.]+$/g, '');
  return words.slice(0, longest) || 'value';
}

/** Every argument by the name that the model sees, unique within the tool and accepted by every client. */
export function renamed(fields: readonly Field[], path: string, facts: ToolFacts): Field[] {
  const taken = new Set<string>();
  const segments = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'));
  const subject = singular(snakeCase(segments.at(-1) ?? ''));
  const hasPath = fields.some((field) => field.in === 'path');
  return fields.map((field) => {
    const other = field.in === 'body' && field.wire === 'id' && hasPath && subject ? `${subject}_id` : undefined;
    const wanted = toPortableKey(facts.rename?.[field.wire] ?? other ?? field.key);
    const place = field.in === 'whole-body' ? 'body' : field.in;
    let key = wanted;
    for (let count = 1; taken.has(key); count += 1) {
      const end = count > 1 ? `_${count}` : '';
      key = `${place}_${wanted}`.slice(0, longest - end.length) + end;
    }
    taken.add(key);
    return isForeign(field.wire) ? { ...field, key, schema: withName(field) } : { ...field, key };
  });
}

/** A schema whose words begin with the name that the API knows it by. */
function withName({ wire, schema }: Field): JsonSchema {
  const name = `Sent as "${plainText(wire, longest)}".`;
  return { ...schema, description: [name, schema.description].filter(Boolean).join(' ') };
}
