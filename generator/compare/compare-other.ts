import { type Json, sameJson } from '../json/json-schema.ts';
import type { Change } from './change.ts';
import { makeChange } from './make-change.ts';
import { valueText } from './value-text.ts';

/** What is compared on its own, names something, or comes from an overlay and not from the description. */
const READ = new Set([
  ...[
    'operationId',
    'tags',
    'parameters',
    'requestBody',
    'responses',
    'deprecated',
    ...['security', 'servers'],
    'summary',
    'description',
  ],
  ...['x-search', 'x-pagination', 'x-page-size', 'x-arguments', 'x-facts', 'x-origin', 'externalDocs'],
]);

/** What else an operation says: that it is deprecated, and whatever the generator does not read. */
export function compareOther(before: Json, after: Json, pointer: string): Change[] {
  const changes: Change[] = [];
  if ((before.deprecated === true) !== (after.deprecated === true))
    changes.push(
      makeChange({
        kind: 'deprecation',
        place: '',
        from: before.deprecated === true,
        to: after.deprecated === true,
        message: after.deprecated === true ? 'it is deprecated' : 'it is not deprecated any more',
        pointer,
      }),
    );
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [from, to] = [before[key], after[key]];
    if (READ.has(key) || sameJson(from, to)) continue;
    changes.push(
      makeChange({
        kind: 'behaviour',
        place: key,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        message: to === undefined ? `${key} is gone` : `${key} is ${valueText(to)} now`,
        pointer,
      }),
    );
  }
  return changes;
}
