import type { UpdateSummary } from './update-spec.ts';

/** The files that were written, none where nothing was to write; or why nothing was. */
type Written = readonly string[] | 'dry run' | 'refused';

/** The summary of an import as lines of text, with a newline at the end. */
export function printSummary(
  { apiVersion, upstream, operations, schemas, searchFields, incomparable, comparedWith }: UpdateSummary,
  written: Written,
): string {
  const fields = Object.entries(searchFields).map(([path, count]) => `${path} ${count}`);
  const lines = [
    `API version ${apiVersion} from ${upstream}: ${operations} operations, ${schemas} schemas; search fields: ${fields.join(', ') || 'none'}`,
    ...(comparedWith === undefined
      ? []
      : [`Compared with ${comparedWith.path}${comparedWith.reason === undefined ? '' : `: ${comparedWith.reason}`}.`]),
    ...(incomparable === undefined ? [] : [`There is nothing to compare with: ${incomparable}.`]),
    ...outcome(written),
  ];
  return `${lines.join('\n')}\n`;
}

function outcome(written: Written): readonly string[] {
  if (written === 'dry run') return ['A dry run: nothing was written.'];
  if (written === 'refused') return ['There are changes that --fail-on names: nothing was written.'];
  return written.length === 0 ? ['Nothing changed.'] : written.map((path) => `wrote ${path}`);
}
