import type * as z from 'zod';
import type { ObjectSchema } from '../tool/object-schema.ts';
import { timeKindOf } from '../tool/time.ts';
import { InputError, type InputProblem } from '../value/errors.ts';
import { didYouMean, suggestFrom } from '../value/nearest.ts';
import { showValue } from '../value/show-value.ts';
import { own } from '../value/value.ts';
import { exampleOf } from './example-value.ts';
import { schemaAt } from './schema-at.ts';
import { TIME_FORMS } from './time-value.ts';

type Issue = z.core.$ZodIssue;

/** The whole input that an issue is about, and the schema that refused it. */
export interface IssueContext {
  readonly input: unknown;
  readonly schema: ObjectSchema;
}

/** Problems that are described: a caller corrects the first dozen, and sees the others then. */
const DESCRIBED = 50;

/** An {@link InputError} that says for Zod's issues which argument each is about, what is allowed, what was given, and an example. */
export function inputError(issues: readonly Issue[], { input, schema }: IssueContext, help?: string): InputError {
  const suggest = suggestFrom(Object.keys(schema.shape));
  const problems: InputProblem[] = [];
  let more = 0;
  // What is of another type has no length or bounds to speak of.
  const mistyped = new Set(issues.flatMap(({ code, path }) => (code === 'invalid_type' ? [dotted(path)] : [])));
  for (const issue of issues) {
    if (issue.code !== 'invalid_type' && issue.code !== 'unrecognized_keys' && mistyped.has(dotted(issue.path)))
      continue;
    const left = DESCRIBED - problems.length;
    if (left > 0) problems.push(...describeIssue(issue, { input, schema, suggest }).slice(0, left));
    const [count, described] = issue.code === 'unrecognized_keys' ? [issue.keys.length, DESCRIBED] : [1, 1];
    more += Math.max(0, count - Math.min(described, left));
  }
  return new InputError(problems, help, more);
}

interface Described extends IssueContext {
  /** A hint at the argument that was meant. */
  readonly suggest: (name: string) => string;
}

function describeIssue(issue: Issue, { input, schema, suggest }: Described): InputProblem[] {
  const argument = dotted(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? Object.keys(schema.shape) : [];
    return issue.keys.slice(0, DESCRIBED).map((key) => ({
      argument: dotted([...issue.path, key]),
      message: unknownArgument(known.length > 0 ? suggest(key) : '', known),
    }));
  }
  const wanted = schemaAt(schema, issue.path);
  const isTime = wanted !== undefined && timeKindOf(wanted) !== undefined;
  if (issue.code === 'invalid_union' && !isTime) return describeUnion(issue, { input, schema, suggest });
  const raw = at(input, issue.path);
  const form = isTime ? TIME_FORMS : allowed(issue);
  const example = isTime ? '' : exampleFor(issue, wanted);
  if (raw === undefined) return [{ argument, message: `is required: give ${form}${example}` }];
  return [{ argument, message: `must be ${form}, not ${show(raw)}${hint(issue, raw)}${example}` }];
}

/** A union fails in each of its members: one line if they all want another type, else the lines of the closest member. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, context: Described): InputProblem[] {
  const raw = at(context.input, issue.path);
  const options: unknown = own(issue, 'options');
  const flat = issue.errors.flat();
  const argument = dotted(issue.path);
  if (flat.length === 0 || flat.every((inner) => inner.path.length === 0 && inner.code !== 'unrecognized_keys')) {
    const choices = Array.isArray(options) ? options.map((option) => JSON.stringify(option)) : flat.map(allowed);
    const list = [...new Set(choices)].join(' or ') || 'one of the allowed forms';
    if (raw === undefined) return [{ argument, message: `is required: give ${list}` }];
    return [{ argument, message: `must be ${list}, not ${show(raw)}` }];
  }
  const [closest = []] = issue.errors.toSorted((a, b) => misfit(a) - misfit(b));
  return closest
    .slice(0, DESCRIBED)
    .flatMap((inner) => describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, context));
}

/** How far a union's member is from what was given: another type altogether is further than any number of wrong parts. */
function misfit(issues: readonly Issue[]): number {
  return issues.reduce((sum, { path, code }) => sum + (path.length === 0 && code === 'invalid_type' ? 100 : 1), 0);
}

function unknownArgument(hint: string, known: readonly string[]): string {
  const list = known.length === 0 ? '' : ` Known arguments: ${known.slice(0, 30).join(', ')}.`;
  return `unknown argument.${hint}${list}`;
}

function allowed(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeName(issue.expected);
    case 'invalid_value':
      return issue.values.length === 1
        ? JSON.stringify(issue.values[0])
        : `one of ${issue.values
            .slice(0, 40)
            .map((value) => JSON.stringify(value))
            .join(', ')}`;
    case 'too_small':
      return size(issue.origin, issue.inclusive === false ? 'more than' : 'at least', String(issue.minimum));
    case 'too_big':
      return size(issue.origin, issue.inclusive === false ? 'less than' : 'at most', String(issue.maximum));
    case 'invalid_format':
      return (
        FORMATS.get(issue.format) ??
        (issue.pattern === undefined ? `a valid ${issue.format}` : `text that matches ${issue.pattern}`)
      );
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    default:
      return `valid (${issue.message})`;
  }
}

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['datetime', 'an ISO date-time such as "2026-01-31T09:00:00Z"'],
  ['date', 'an ISO date such as "2026-01-31"'],
  ['email', 'an email address such as "ada@example.com"'],
  ['url', 'a URL such as "https://example.com"'],
]);

function typeName(expected: string): string {
  if (expected === 'int') return 'an integer';
  if (expected === 'record') return 'an object';
  return `${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected}`;
}

function size(origin: string, bound: string, limit: string): string {
  if (origin === 'string') return `${bound} ${limit} characters long`;
  return origin === 'array' || origin === 'set' ? `a list of ${bound} ${limit}` : `${bound} ${limit}`;
}

/** The allowed value that a mistyped one is close to. */
function hint(issue: Issue, raw: unknown): string {
  if (issue.code !== 'invalid_value' || typeof raw !== 'string') return '';
  return `.${didYouMean(
    raw,
    issue.values.filter((value) => typeof value === 'string'),
  )}`;
}

/** How a list or an object is written, by its schema alone: nothing of a wrong value is taken over. */
function exampleFor(issue: Issue, wanted: z.core.$ZodType | undefined): string {
  if (issue.code !== 'invalid_type' || !['array', 'object', 'record'].includes(issue.expected)) return '';
  const example = wanted && exampleOf(wanted);
  return example === undefined ? '' : `, for example ${show(example)}`;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => {
    if (Array.isArray(part)) return part[Number(key)];
    return own(part, String(key));
  }, value);
}

function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((done, key) => {
    if (typeof key === 'number') return `${done}[${key}]`;
    const name = String(key);
    const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
    return done === '' ? short : `${done}.${short}`;
  }, '');
}

/** Characters of a name that a caller made up. */
const LONGEST_NAME = 100;

function show(value: unknown): string {
  const isInexact = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return isInexact ? 'a number whose last digits are lost: give it as text' : showValue(value, 80);
}
