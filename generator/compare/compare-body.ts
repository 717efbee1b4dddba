import { isRecord, type Json, sameJson } from '../json/json-schema.ts';
import { chooseType } from '../normalize/request-body.ts';
import { argumentChange, type Said } from './argument-change.ts';
import { argumentNames, asArgument } from './arguments.ts';
import type { ArgumentContext, ArgumentFinding, ComparedOperation } from './compare-parameters.ts';
import type { Found } from './schemas/difference.ts';

/** What changed in the body of a request: its media types, its schema to the bottom. */
export function compareBody({ before, after }: ComparedOperation, context: ArgumentContext): ArgumentFinding[] {
  const [old, now] = [bodyOf(before), bodyOf(after)];
  if (old === undefined && now === undefined) return [];
  const [names, former] = [argumentNames(after), argumentNames(before)];
  const pointer = now ? context.after.pointerOf(now) : '';
  const findings: ArgumentFinding[] = [];
  const say = (said: Said): void => {
    findings.push({ argument: '', in: 'body', said, pointer: pointer || context.before.pointerOf(old ?? {}) });
  };
  const [type, typeNow] = [mediaTypeOf(old), mediaTypeOf(now)];
  if (old !== undefined && now !== undefined) {
    for (const said of formatChanges(old, now)) say(said);
    // Without `required` it counts as required, which Intercom leaves out of most bodies.
    if (old.required !== now.required)
      say({
        kind: 'request format',
        place: '',
        from: old.required ?? false,
        to: now.required ?? false,
        message:
          now.required === true
            ? 'the body is declared as required now'
            : 'the body is not declared as required any more',
      });
  }
  // One argument that becomes many, or many that become one, are told by the catalogue.
  if (old && now && names.body !== former.body) return findings;
  const [schema, schemaNow] = [schemaIn(old, type), schemaIn(now, typeNow)];
  for (const found of context.compare(schema, schemaNow)) {
    // Of a body that came or went, its fields are told.
    if (isWhole(found) && (old === undefined || now === undefined)) continue;
    const named = asArgument(found, { place: 'body', names: now === undefined ? former : names, former });
    findings.push({
      argument: named.argument,
      in: 'body',
      said: argumentChange(named.base, named.found),
      pointer: context[found.difference.side].pointerOf(found.difference.schema) || pointer,
      difference: found.difference,
    });
  }
  return findings;
}

function formatChanges(old: Json, now: Json): Said[] {
  const [type, typeNow] = [mediaTypeOf(old), mediaTypeOf(now)];
  const [types, typesNow] = [Object.keys(contentOf(old)), Object.keys(contentOf(now))];
  const changes: Said[] = [];
  if (type !== typeNow)
    changes.push({
      kind: 'request format',
      place: '',
      ...(type !== undefined && { from: type }),
      ...(typeNow !== undefined && { to: typeNow }),
      message: `the body is sent as ${typeNow ?? 'nothing'} now, and was as ${type ?? 'nothing'}`,
    });
  for (const one of typesNow)
    if (one !== typeNow && one !== type && !types.includes(one))
      changes.push({ kind: 'request format', place: '', to: one, message: `the body may be ${one} as well` });
  for (const one of types)
    if (one !== typeNow && one !== type && !typesNow.includes(one))
      changes.push({ kind: 'request format', place: '', from: one, message: `the body may not be ${one} any more` });
  const [encoding, encodingNow] = [encodingIn(old, type), encodingIn(now, typeNow)];
  if (type === typeNow && !sameJson(encoding, encodingNow))
    changes.push({ kind: 'request format', place: '', message: 'the fields of the body are encoded in another way' });
  return changes;
}

function bodyOf({ requestBody }: Json): Json | undefined {
  return isRecord(requestBody) ? requestBody : undefined;
}

function contentOf(body: Json | undefined): Json {
  return isRecord(body?.content) ? body.content : {};
}

function mediaTypeOf(body: Json | undefined): string | undefined {
  return chooseType(Object.keys(contentOf(body)))[0];
}

function mediaIn(body: Json | undefined, type: string | undefined): Json {
  const media = type === undefined ? undefined : contentOf(body)[type];
  return isRecord(media) ? media : {};
}

/** A body that is not there takes no fields. */
function schemaIn(body: Json | undefined, type: string | undefined): unknown {
  if (type === undefined) return NOTHING;
  return mediaIn(body, type).schema ?? NOTHING;
}

const NOTHING: Json = { type: 'object', additionalProperties: false };

function isWhole({ steps, difference }: Found): boolean {
  return steps.length === 0 && difference.step === undefined;
}

function encodingIn(body: Json | undefined, type: string | undefined): unknown {
  return mediaIn(body, type).encoding;
}
