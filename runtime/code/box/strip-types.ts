import type { Place } from './place.ts';

/** TypeScript as JavaScript, line for line; or why it is neither. */
export async function stripTypes(
  text: string,
): Promise<{ readonly text: string } | { readonly fault: string; readonly place: Place }> {
  const { transform } = await import('sucrase');
  try {
    return {
      text: transform(text, { transforms: ['typescript'], disableESTransforms: true, preserveDynamicImport: true })
        .code,
    };
  } catch (error) {
    return faultOf(error instanceof Error ? error.message : '');
  }
}

/** Of a message such as `Error transforming x: Unexpected token (3:14)`. */
function faultOf(message: string): { readonly fault: string; readonly place: Place } {
  const [, said = 'it cannot be parsed', line, column] =
    /([^:]{1,200}?) \((\d{1,7}):(\d{1,7})\)$/.exec(message.slice(-300)) ?? [];
  return { fault: said.trim(), place: line === undefined ? {} : { line: Number(line), column: Number(column) } };
}
