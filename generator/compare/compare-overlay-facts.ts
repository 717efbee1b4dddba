import { isRecord, type Json, sameJson } from '../json/json-schema.ts';
import type { Breaks, Change, ChangeKind } from './change.ts';
import { makeChange } from './make-change.ts';
import { valueText } from './value-text.ts';

interface Meaning {
  readonly kind: ChangeKind;
  readonly breaks: readonly Breaks[];
  /** What the fact says, of the thing that it is about. */
  readonly what: (name: string) => string;
}

const MEANINGS = {
  constants: { kind: 'request format', breaks: [], what: (name) => `the constant that is sent as ${name}` },
  nulls: { kind: 'request format', breaks: [], what: (name) => `what is sent for null as ${name}` },
  texts: { kind: 'request format', breaks: [], what: (name) => `how the text of ${name} is written` },
  response: { kind: 'answer format', breaks: ['models', 'importers'], what: () => 'what its answer is read as' },
} as const satisfies { readonly [fact: string]: Meaning };

/** What overlays say of an operation that shows neither in its arguments nor in its description: what is sent without being asked, and how. */
export function compareOverlayFacts(before: Json, after: Json, pointer: string): Change[] {
  return Object.entries(MEANINGS).flatMap(([fact, meaning]) => {
    const [old, now] = [partsOf(before, fact), partsOf(after, fact)];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
      const [from, to] = [old.get(name), now.get(name)];
      if (sameJson(from, to)) return [];
      return [
        makeChange({
          kind: meaning.kind,
          breaks: meaning.breaks,
          place: name,
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
          message: messageOf(meaning.what(name), from, to),
          help: 'Our overlays say it (`x-mcp`): see whether it is meant.',
          pointer,
        }),
      ];
    });
  });
}

function messageOf(what: string, from: unknown, to: unknown): string {
  if (to === undefined) return `${what} is no longer said, and was ${valueText(from)}`;
  return `${what} is ${valueText(to)}${from === undefined ? '' : ` now, and was ${valueText(from)}`}`;
}

/** A fact of each thing that it is about; a fact of the whole operation by an empty name. */
function partsOf({ 'x-facts': facts }: Json, fact: string): Map<string, unknown> {
  const value = isRecord(facts) ? facts[fact] : undefined;
  if (value === undefined) return new Map();
  return new Map(isRecord(value) ? Object.entries(value) : [['', value]]);
}
