import type { Operation } from '../ir/ir.ts';
import type { Classification } from './classify.ts';

/** Inputs beside the API's own that the client answers: a choice of properties, and windows of a long list of parts. */
export interface ReservedInputs {
  readonly fields?: true;
  /** Dotted place of the parts. */
  readonly parts?: string;
}

/** The reserved inputs of a tool: those of reads that answer JSON, unless the API has an argument of that name. */
export function reservedInputs(
  { response, fields, facts }: Operation,
  { access }: Pick<Classification, 'access'>,
): ReservedInputs {
  if (access !== 'read' || response !== 'json') return {};
  const isFree = (name: string): boolean => !fields.some(({ key }) => key === name);
  return {
    ...(isFree('fields') && { fields: true }),
    ...(facts.parts !== undefined && isFree('parts_cursor') && { parts: facts.parts }),
  };
}
