import type { ToolFacts } from '../facts/tool-facts.ts';
import type { Field } from '../ir/ir.ts';

/** A field with the value that is always sent for it, where an overlay says one or it can have no other. */
export function withConstant(field: Field, { constants }: ToolFacts): Field {
  const constant =
    field.in !== 'path' && constants && Object.hasOwn(constants, field.wire) ? constants[field.wire] : onlyValue(field);
  return constant === undefined ? field : { ...field, constant };
}

/** What is required and has one value only is nothing that a model should have to fill in. */
function onlyValue({ in: place, required, schema }: Field): string | undefined {
  const [value, ...others] = schema.enum ?? [];
  return (place === 'body' || place === 'query') && required && others.length === 0 && typeof value === 'string'
    ? value
    : undefined;
}
