import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { sharedSchemas, toJsonSchema } from './json-schema.ts';

/** What a value does against a schema: a dotted path and what was wrong there. */
export interface Violation {
  /** Dotted, empty for the whole value. */
  readonly at: string;
  readonly kind: 'missing' | 'invalid';
  readonly message: string;
  /** The message without the place. */
  readonly problem: string;
}

const validators = new Map<unknown, ValidateFunction>();
let ajv: Ajv | undefined;

/** The first thing that is wrong with a value against a schema of the contract; undefined for a valid one. Compiled once a schema. */
export function violationOf(schema: unknown, value: unknown): Violation | undefined {
  const known = validators.get(schema);
  const validate = known ?? compile(toJsonSchema(schema));
  if (known === undefined) validators.set(schema, validate);
  return validate(value) ? undefined : describe(validate.errors ?? []);
}

function compile(schema: unknown): ValidateFunction {
  ajv ??= new Ajv({ strict: false, validateFormats: false, allowUnionTypes: true, logger: false }).addSchema(
    sharedSchemas(),
  );
  return ajv.compile(schema as object);
}

/** Of the forms of a union, the one that fails deepest is what the caller meant. */
function describe(errors: readonly ErrorObject[]): Violation {
  const [deepest] = errors
    .filter(({ keyword }) => keyword !== 'anyOf')
    .toSorted((a, b) => b.instancePath.split('/').length - a.instancePath.split('/').length);
  const error = deepest ?? errors[0];
  if (error === undefined) throw new Error('a validator refused a value without an error');
  const at = error.instancePath.split('/').slice(1).join('.');
  if (error.keyword !== 'required') {
    const problem = `${error.message}${allowed(error)}`;
    return { at, kind: 'invalid', message: `${at || 'body'} ${problem}`, problem };
  }
  const name = [at, String(error.params.missingProperty)].filter(Boolean).join('.');
  return { at: name, kind: 'missing', message: `${name} is required`, problem: 'is required' };
}

function allowed({ keyword, params }: ErrorObject): string {
  return keyword === 'enum' && Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
}
