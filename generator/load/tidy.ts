import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { lookupIn } from '../json/lookup.ts';
import { plainText } from '../text/plain-text.ts';

/** Keywords whose value is a map: its keys are names, not keywords, and may be anything. */
const maps = new Set(
  'properties patternProperties $defs definitions dependentSchemas schemas responses parameters requestBodies headers links callbacks pathItems paths content encoding variables'.split(
    ' ',
  ),
);
/**
 * Values that stand for themselves: nothing inside of them is a keyword. What a security scheme says of its key is read as it
 * is written: in `Token <key>` the brackets are no markup.
 */
const literals = new Set([
  'enum',
  'const',
  'default',
  'required',
  'security',
  'securitySchemes',
  'tags',
  'mapping',
  'scopes',
]);
const prose = new Set(['description', 'summary', 'title']);
/** Extensions that the generator reads, or passes on in the contract. */
const known = /^x-(?:mcp|search|error-codes|page-size)$/;
/** Characters of prose that the static types keep as comments. */
const longest = 400;

/**
 * A description without what no tool is made of: examples, vendors' extensions, and the parts of prose that a reader of
 * its page would not see. What is left keeps its order.
 */
export function tidy(document: Json): Json {
  return tidyObject(document, lookupIn(document));
}

function tidyObject(object: Json, lookup: Lookup): Json {
  const kept = Object.entries(object)
    .filter(([key]) => key !== 'example' && key !== 'examples' && !(key.startsWith('x-') && !known.test(key)))
    .map(([key, value]) => [key, tidyKeyword(key, value, lookup)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept);
}

function tidyKeyword(key: string, value: unknown, lookup: Lookup): unknown {
  if (literals.has(key) || known.test(key)) return value;
  if (prose.has(key) && typeof value === 'string') return plainText(value, longest);
  if (maps.has(key) && isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, tidyValue(part, lookup)]));
  // What is no schema is no form of one.
  if (/^(?:oneOf|anyOf|allOf)$/.test(key) && Array.isArray(value)) return tidyValue(value.filter(isRecord), lookup);
  if (key === 'discriminator' && isRecord(value)) return tidyDiscriminator(value, lookup);
  return tidyValue(value, lookup);
}

function tidyValue(value: unknown, lookup: Lookup): unknown {
  if (Array.isArray(value)) return value.map((part) => tidyValue(part, lookup));
  return isRecord(value) ? tidyObject(value, lookup) : value;
}

/** A mapping without what leads nowhere: bundling moves references, and overlooks that these are some too. */
function tidyDiscriminator({ propertyName, mapping, defaultMapping }: Json, lookup: Lookup): Json {
  const isFound = (target: unknown): boolean =>
    typeof target === 'string' &&
    lookup(target.startsWith('#/') ? target : `#/components/schemas/${target}`) !== undefined;
  const found = Object.entries(isRecord(mapping) ? mapping : {}).filter(([, target]) => isFound(target));
  return {
    propertyName,
    ...(found.length > 0 && { mapping: Object.fromEntries(found) }),
    ...(isFound(defaultMapping) && { defaultMapping }),
  };
}
