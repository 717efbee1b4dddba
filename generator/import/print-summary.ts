import type { Changes } from './compare-contracts.ts';
import type { UpdateSummary } from './update-spec.ts';

/** How many names of one kind of change are listed before the rest is counted. */
const listed = 20;

/** The summary of an import as lines of text, with a newline at the end. */
export function printSummary(summary: UpdateSummary): string {
  const { apiVersion, upstream, operations, schemas, searchFields, changes, written } = summary;
  const fields = Object.entries(searchFields).map(([path, count]) => `${path} ${count}`);
  const lines = [
    `Imported API version ${apiVersion} from ${upstream}`,
    `${operations} operations, ${schemas} schemas; search fields: ${fields.join(', ') || 'none'}`,
    ...changeLines('operations', changes.operations),
    ...changeLines('schemas', changes.schemas),
    ...(written.length === 0 ? ['Nothing changed.'] : written.map((path) => `wrote ${path}`)),
  ];
  return `${lines.join('\n')}\n`;
}

function changeLines(kind: string, changes: Changes): readonly string[] {
  return (['added', 'removed', 'changed'] as const).flatMap((what) => {
    const names = changes[what];
    if (names.length === 0) return [];
    const rest = names.length > listed ? [`  … and ${names.length - listed} more`] : [];
    return [`${kind} ${what}: ${names.length}`, ...names.slice(0, listed).map((name) => `  ${name}`), ...rest];
  });
}
