import type { Todo } from '../compare/change.ts';
import type { DescribedOperation } from '../ir/ir.ts';

/** An operation with what it has no words for. */
export type Wordless = Pick<DescribedOperation, 'names' | 'lacks'>;

/** What a maintainer has to write words for, one to-do a tool; what a tool lacked `before` as well is nothing new. */
export function wordsTodos(operations: readonly Wordless[], before: readonly Wordless[] = []): Todo[] {
  const known = new Set(before.map(saying));
  return operations.flatMap((operation) => {
    const message = saying(operation);
    return message === '' || known.has(message) ? [] : [{ message, certain: false }];
  });
}

function saying({ names, lacks }: Wordless): string {
  const own = [lacks.title && 'title', lacks.description && 'description'].filter((part) => part !== false);
  const argued = lacks.arguments.length > 0 ? [`words for ${lacks.arguments.join(', ')}`] : [];
  const missing = [...own, ...argued];
  if (missing.length === 0) return '';
  return `${names.tool} has no ${missing.join(', and no ')} of ours: models read what follows from the facts. \`intercom-mcp words --write\` writes a stub.`;
}
