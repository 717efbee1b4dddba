import * as z from 'zod';

/** A schema that shows what it is told and lets everything through: the tool checks its arguments, and says more of what is wrong. */
export function showOnly(schema: object): z.ZodType {
  return z.looseObject({}).meta({ ...schema });
}
