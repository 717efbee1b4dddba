import type * as z from 'zod';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { pointerTo, valueAt } from '../json/json-pointer.ts';

/** The action of an overlay that wrote a fact. */
export interface FactOrigin {
  /** Its file and place: `tools.yaml#/actions/3`. */
  readonly action: string;
  /** True where the overlay was written for another version of the API. */
  readonly isForeign: boolean;
}

/** Where the facts of a document came from, by their JSON Pointers. */
export type FactOrigins = ReadonlyMap<string, FactOrigin>;

/**
 * Facts as their schema wants them; none where one is wrong, and a diagnostic for each that names the action that it came
 * from and what is allowed.
 */
export function readFacts<Facts extends object>(
  value: unknown,
  { schema, pointer, origins, of }: { schema: z.ZodType<Facts>; pointer: string; origins: FactOrigins; of: string },
): { facts: Facts | undefined; diagnostics: Diagnostic[] } {
  const parsed = schema.safeParse(value);
  // The value itself, whose keys have the order that their writer gave them.
  if (parsed.success) return { facts: value as Facts, diagnostics: [] };
  const diagnostics = parsed.error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    // An unknown key is reported where it stands, and each on its own.
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
    return paths.map((each) =>
      diagnostic(
        'OVERLAY_FACT_INVALID',
        `${['x-mcp', ...each].join('.')} of ${of} ${complaint(issue, { isMissing: valueAt(value, pointerTo(path)) === undefined, allowed: allowedAt(schema, path) })}`,
        originOf(pointer, each, origins).action,
      ),
    );
  });
  return { facts: undefined, diagnostics };
}

/** The action that wrote a fact: its own, that of what holds it, or of what it holds; the pointer where none did. */
export function originOf(pointer: string, path: readonly string[], origins: FactOrigins): FactOrigin {
  for (let length = path.length; length >= 0; length -= 1) {
    const origin = origins.get(pointer + pointerTo(path.slice(0, length)));
    if (origin !== undefined) return origin;
  }
  const whole = pointer + pointerTo(path);
  for (const [inside, origin] of origins) if (inside.startsWith(`${whole}/`)) return origin;
  return { action: whole, isForeign: false };
}

function complaint(
  issue: z.core.$ZodIssue,
  { isMissing, allowed }: { isMissing: boolean; allowed: readonly string[] },
): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `is no fact; allowed are ${allowed.join(', ')}`;
    case 'invalid_value':
      return `is none of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return isMissing ? `is missing: ${issue.expected}` : `is no ${issue.expected}`;
    case 'invalid_format':
      return `does not fit ${'pattern' in issue ? issue.pattern : issue.format}`;
    default:
      return issue.message;
  }
}

/** The keys of the object schema at a path. */
function allowedAt(schema: z.ZodType, path: readonly string[]): string[] {
  let here: unknown = schema;
  for (const key of path) here = shapeOf(here)?.[key];
  return Object.keys(shapeOf(here) ?? {});
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  if ('shape' in schema && typeof schema.shape === 'object') return { ...schema.shape };
  return 'unwrap' in schema && typeof schema.unwrap === 'function' ? shapeOf(schema.unwrap()) : undefined;
}
