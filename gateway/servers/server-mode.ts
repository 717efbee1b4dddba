import * as z from 'zod';
import { isRecord } from '../../runtime/value/value.ts';

/** Reads a configuration that says `discovery: true` or `false`, as all did before there were modes; one that says both has to mean one. */
export function withMode<Schema extends z.ZodType>(schema: Schema): z.ZodPreprocess<Schema> {
  return z.preprocess((value, { issues }) => {
    if (!isRecord(value) || !Object.hasOwn(value, 'discovery')) return value;
    const { discovery, ...config } = value;
    const place = { input: value, path: ['discovery'] };
    // Null brings a key back to its default.
    if (discovery === null) return { mode: null, ...config };
    if (typeof discovery !== 'boolean') issues.push({ ...place, code: 'invalid_type', expected: 'boolean' });
    else if (config.mode != null && (config.mode === 'discovery') !== discovery)
      issues.push({
        ...place,
        code: 'custom',
        message: `mode says ${JSON.stringify(config.mode)}: leave discovery out`,
      });
    return { mode: discovery ? 'discovery' : 'list', ...config };
  }, schema);
}
