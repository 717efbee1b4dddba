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
  const inGroups = groupsWith(own, groups).filter((group) => !slugs.includes(group));
  return {
    class: kind,
    access,
    destructive,
    tags: [...slugs, ...inGroups],
    annotations: annotationsOf(operation, kind, access, destructive),
  };
}

/** The groups of each member and their places: a description may have as many groups as operations. */
type ByMember = ReadonlyMap<string, ReadonlyMap<string, number>>;

const known = new WeakMap<Api['groups'], ByMember>();

/** The groups that have any of these members, in their order. */
function groupsWith(own: readonly string[], groups: Api['groups']): string[] {
  const index = known.get(groups) ?? byMember(groups);
  known.set(groups, index);
  const found = new Map(own.flatMap((member) => [...(index.get(member) ?? [])]));
  return [...found].sort(([, a], [, b]) => a - b).map(([group]) => group);
}

function byMember(groups: Api['groups']): ByMember {
  const index = new Map<string, Map<string, number>>();
  for (const [at, [group, members]] of Object.entries(groups).entries())
    for (const member of members) index.set(member, (index.get(member) ?? new Map<string, number>()).set(group, at));
  return index;
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
