import type { MethodClass } from '../../runtime/tool/tool.ts';
import type { Api, NamedOperation, Operation } from '../ir/ir.ts';
import { snakeCase } from '../text/words.ts';

/** What a call of a tool does, and the hints that MCP clients derive their approvals from. */
export interface Classification {
  readonly class: MethodClass;
  readonly access: 'read' | 'write';
  readonly destructive: boolean;
  readonly tags: readonly string[];
  readonly annotations: Readonly<Record<string, boolean>>;
}

const accessOf = {
  list: 'read',
  get: 'read',
  create: 'write',
  update: 'write',
  delete: 'write',
  action: 'write',
} as const satisfies Record<MethodClass, 'read' | 'write'>;

/** Last words of a path that remove something or cannot be undone. */
const destructiveWord =
  /(?:^|_)(?:archive|block|cancel|delete|destroy|erase|merge|purge|redact|remove|revoke|terminate)$/;

/** Class, access, tags and annotations of an operation; the overlays have the last word. */
export function classify(operation: NamedOperation, groups: Api['groups']): Classification {
  const kind = operation.facts.class ?? classOf(operation, operation.names.tool);
  const access = operation.facts.access ?? accessOf[kind];
  const literal =
    operation.path
      .split('/')
      .filter((part) => part !== '' && !part.startsWith('{'))
      .at(-1) ?? '';
  const destructive =
    access === 'write' &&
    (operation.facts.destructive ??
      (operation.method === 'DELETE' || (kind === 'action' && destructiveWord.test(snakeCase(literal)))));
  const slugs = operation.tags.map(snakeCase).filter((slug, at, all) => slug !== '' && all.indexOf(slug) === at);
  const own = [...slugs, operation.names.tool];
  const inGroups = Object.entries(groups).flatMap(([group, members]) =>
    members.some((member) => own.includes(member)) && !slugs.includes(group) ? [group] : [],
  );
  return {
    class: kind,
    access,
    destructive,
    tags: [...slugs, ...inGroups],
    annotations: annotationsOf(operation, kind, access, destructive),
  };
}

function classOf({ method, isList }: Operation, tool: string): MethodClass {
  if (method === 'GET' || method === 'HEAD' || method === 'QUERY') return isList ? 'list' : 'get';
  if (method === 'DELETE') return 'delete';
  if (tool.startsWith('list_all_')) return 'list';
  if (/^create_/.test(tool) && method === 'POST') return 'create';
  return /^(?:update|replace)_a_/.test(tool) ? 'update' : 'action';
}

/** Only what differs from the protocol's defaults (not read-only, destructive, not idempotent, open world) for a write. */
function annotationsOf(
  { method, facts }: Operation,
  kind: MethodClass,
  access: 'read' | 'write',
  destructive: boolean,
): Record<string, boolean> {
  if (access === 'read') return { readOnlyHint: true };
  const idempotent = facts.idempotent ?? (method === 'PUT' || (method === 'DELETE' && kind === 'delete'));
  return { destructiveHint: destructive, ...(idempotent ? { idempotentHint: true } : {}) };
}
