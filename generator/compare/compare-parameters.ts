import { type Json, sameJson } from '../json/json-schema.ts';
import { argumentChange, type Said } from './argument-change.ts';
import { asArgument, parametersOf, type WireParameter } from './arguments.ts';
import type { Description } from './description.ts';
import type { Difference } from './schemas/difference.ts';
import type { SchemaComparer } from './schemas/schema-comparer.ts';
import { valueText } from './value-text.ts';

/** A change of an argument as the description has it, before it is held to what the tool takes. */
export interface ArgumentFinding {
  /** The argument that it is of; empty for all of a body. */
  readonly argument: string;
  readonly said: Said;
  readonly pointer: string;
  /** The difference of schemas that it is, where it is one. */
  readonly difference?: Difference;
  /** Where the argument goes. */
  readonly in: string;
}

/** An operation of both descriptions. */
export interface ComparedOperation {
  readonly before: Json;
  readonly after: Json;
  readonly paths: { readonly before: string; readonly after: string };
}

/** The two descriptions, and what compares what they take. */
export interface ArgumentContext {
  readonly before: Description;
  readonly after: Description;
  readonly compare: SchemaComparer;
}

/** What changed in the parameters of an operation: by place in the path, else by name, else by the argument that they are. */
export function compareParameters(
  { before, after, paths }: ComparedOperation,
  context: ArgumentContext,
): ArgumentFinding[] {
  const old = parametersOf(before, paths.before, context.before);
  const now = parametersOf(after, paths.after, context.after);
  const left = new Set(old);
  const findings: ArgumentFinding[] = [];
  for (const parameter of now) {
    const was =
      old.find((one) => left.has(one) && one.key === parameter.key) ??
      old.find(
        (one) => left.has(one) && one.argument === parameter.argument && !now.some(({ key }) => key === one.key),
      );
    if (was) {
      left.delete(was);
      findings.push(...compareParameter(was, parameter, context));
    } else findings.push(added(parameter, context.after));
  }
  for (const parameter of left) findings.push(removed(parameter, context.before));
  return findings;
}

function added(
  { argument, in: where, isRequired, parameter, schema }: WireParameter,
  { pointerOf }: Description,
): ArgumentFinding {
  const difference = {
    aspect: 'field added',
    effect: isRequired ? 'narrower' : 'wider',
    isRequired,
    schema: {},
    side: 'after',
  } as const;
  return {
    argument,
    in: where,
    said: argumentChange(argument, { steps: [], difference }),
    pointer: pointerOf(parameter),
    ...(schema === undefined ? {} : {}),
  };
}

function removed({ argument, in: where, parameter }: WireParameter, { pointerOf }: Description): ArgumentFinding {
  const difference = { aspect: 'field removed', effect: 'other', schema: {}, side: 'before' } as const;
  return {
    argument,
    in: where,
    said: argumentChange(argument, { steps: [], difference }),
    pointer: pointerOf(parameter),
  };
}

function compareParameter(old: WireParameter, now: WireParameter, context: ArgumentContext): ArgumentFinding[] {
  const { argument, in: where } = now;
  const pointer = context.after.pointerOf(now.parameter);
  const finding = (said: Said): ArgumentFinding => ({ argument, in: where, said, pointer });
  const findings: ArgumentFinding[] = [];
  if (old.argument !== argument)
    findings.push(
      finding({
        kind: 'argument renamed',
        breaks: ['models', 'importers'],
        place: argument,
        from: old.argument,
        to: argument,
        message: `${old.argument} is called ${argument} now`,
      }),
    );
  if (old.isRequired !== now.isRequired)
    findings.push(
      finding({
        kind: now.isRequired ? 'argument required' : 'argument optional',
        breaks: now.isRequired ? ['models', 'importers'] : [],
        place: argument,
        from: old.isRequired,
        to: now.isRequired,
        message: `${argument} is ${now.isRequired ? 'required' : 'optional'} now`,
      }),
    );
  const isElsewhere = old.in !== where;
  if (isElsewhere)
    findings.push(
      finding({
        kind: 'request format',
        place: argument,
        from: old.in,
        to: where,
        message: `${argument} is sent in the ${where} now, and was in the ${old.in}`,
      }),
    );
  for (const [what, from, to] of isElsewhere ? [] : wireDifferences(old, now))
    findings.push(
      finding({
        kind: what === 'deprecated' ? 'deprecation' : what === 'x-page-size' ? 'paging' : 'request format',
        place: argument,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        message:
          what === 'deprecated'
            ? `${argument} is ${to === true ? 'deprecated' : 'not deprecated any more'}`
            : `${argument}: ${what} is ${valueText(to)} now, and was ${valueText(from)}`,
      }),
    );
  for (const found of context.compare(old.schema, now.schema)) {
    const named = now.spread
      ? asArgument(found, { place: 'query', names: now.spread, former: old.spread ?? now.spread })
      : { argument, base: argument, found };
    findings.push({
      argument: named.argument,
      in: where,
      said: argumentChange(named.base, named.found),
      pointer: context[found.difference.side].pointerOf(found.difference.schema) || pointer,
      difference: found.difference,
    });
  }
  return findings;
}

/** What is compared on its own, or says nothing of how a value is sent. */
const READ = new Set([
  'name',
  'required',
  'schema',
  'content',
  'style',
  'explode',
  'description',
  'example',
  'examples',
  'x-origin',
  '$ref',
]);

/** How a value is sent, and what else is said of a parameter: name, before, after. */
function wireDifferences(old: WireParameter, now: WireParameter): [string, unknown, unknown][] {
  const [was, is] = [sentAs(old), sentAs(now)];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].filter((name) => !sameJson(was[name], is[name])).map((name) => [name, was[name], is[name]]);
}

function sentAs({ parameter, in: where }: WireParameter): Json {
  const { style = where === 'query' || where === 'cookie' ? 'form' : 'simple', content } = parameter;
  const { explode = style === 'form' } = parameter;
  const others = Object.entries(parameter).filter(([key, value]) => !READ.has(key) && value !== false);
  return {
    ...Object.fromEntries(others),
    style,
    explode,
    'media type': typeof content === 'object' && content !== null ? Object.keys(content).join(', ') : undefined,
  };
}
