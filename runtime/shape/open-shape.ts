import type { PartsInput } from '../tool/parts-inputs.ts';
import type { Tool } from '../tool/tool.ts';
import { alikeText } from '../value/digest.ts';
import { InputError } from '../value/errors.ts';
import { once } from '../value/once.ts';
import type { Sealer } from '../value/sealer.ts';
import { asText, isStrings } from '../value/value.ts';
import type { ShapedProfile } from './shaping.ts';

/**
 * What is done to an answer: `model` makes it short and readable for a language model, `complete` leaves nothing out of it and makes it
 * readable for a program, `raw` leaves it as it came. Asked for some fields or parts alone, a complete answer is a model's.
 */
export type AnswerShape = 'model' | 'complete' | 'raw';

/** A validated input without the arguments that the client answers itself, and what is done to the answer. */
export interface ShapedCall {
  readonly input: Readonly<Record<string, unknown>>;
  /** True for a further window of a thread, which may come from what was answered for the one before. */
  readonly goesOn: boolean;
  /** Shapes the answer; `resume` gives the cursor behind the first items of a page. */
  readonly shape: (output: unknown, resume?: (count: number) => Promise<string | null>) => Promise<unknown>;
}

/** What an answer is shaped with; `fields` are those of a tool that has no argument of that name. */
export interface ShapeSettings {
  readonly shape: AnswerShape;
  readonly profile: ShapedProfile;
  readonly sealer: Sealer;
  readonly fields?: readonly string[] | undefined;
}

const loadShaping = once(() => import('./index.ts'));

const PARTS_INPUTS = {
  parts_cursor: true,
  parts_order: true,
  parts_contains: true,
  parts_from: true,
  parts_since: true,
  parts_until: true,
} satisfies Record<PartsInput, true>;

/** Takes `fields` and the choice of parts out of an input; rejects with an {@link InputError} for a cursor of something else. */
export async function openShape(
  tool: Tool,
  given: Readonly<Record<string, unknown>>,
  { shape, profile, sealer, fields: beside }: ShapeSettings,
): Promise<ShapedCall> {
  const isPartsInput = (key: string) => tool.parts !== undefined && Object.hasOwn(PARTS_INPUTS, key);
  const isOurs = (key: string) => (tool.fields && key === 'fields') || isPartsInput(key);
  const input = Object.fromEntries(Object.entries(given).filter(([key]) => !isOurs(key)));
  const fields = tool.fields && isStrings(given.fields) ? given.fields : beside;
  if (shape === 'raw' && fields === undefined) return { input, goesOn: false, shape: async (output) => output };
  // Loaded when it is needed: it brings the converter of HTML.
  const { completeResult, decodePartsCursor, encodePartsCursor, pickFields, readPartsRequest, shapeResult } =
    await loadShaping();
  if (shape === 'raw') return { input, goesOn: false, shape: async (output) => pickFields(tool, output, fields) };
  const asksForParts = Object.keys(given).some(isPartsInput);
  if (shape === 'complete' && fields === undefined && !asksForParts)
    return { input, goesOn: false, shape: (output) => completeResult(tool, output, profile) };
  const options = { profile, fields, sent: tool.access === 'write' ? input : undefined };
  if (tool.parts === undefined)
    return { input, goesOn: false, shape: (output, resume) => shapeResult(tool, output, { ...options, resume }) };
  refuseOffsets(fields, tool.parts);
  const chosen = Object.fromEntries(
    Object.entries(given).filter(([key]) => key !== 'parts_cursor' && isPartsInput(key)),
  );
  const { parts_cursor: cursor } = given;
  const owner = { tool: tool.name, id: asText(input[tool.alias ?? 'id']) ?? '', chosen: alikeText(chosen), sealer };
  const after = cursor === undefined || cursor === null ? undefined : await decodePartsCursor(owner, cursor);
  const parts = { ...readPartsRequest(chosen), after };
  return {
    input,
    goesOn: after !== undefined,
    shape: (output) =>
      shapeResult(tool, output, { ...options, parts, sealParts: (last) => encodePartsCursor(owner, last) }),
  };
}

/** Parts have no places to go on at: they move as new ones come. */
function refuseOffsets(fields: readonly string[] | undefined, parts: string): void {
  const [key = ''] = parts.split('.');
  const wrong = fields?.find((field) => field.trim().replace('+', '').startsWith(`${key}@`));
  if (wrong === undefined) return;
  const message = `${JSON.stringify(wrong.slice(0, 60))} is no place: parts_cursor goes on with parts, parts_contains finds some`;
  throw new InputError([{ argument: 'fields', message }]);
}
