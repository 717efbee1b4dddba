import type { ChangeKind } from '../../../../generator/compare/change.ts';
import type { Json } from '../../../../generator/json/json-schema.ts';
import { anyPlace } from './body-edits.ts';
import { type EditKind, recordAt, type Verdict } from './edits.ts';
import { operationsOf } from './occurrences.ts';

/** A change of how an API is reached, seen in the part of it that one operation needs. */
export interface ConnectionEdit {
  readonly name: string;
  readonly prepare?: (document: Json) => void;
  readonly change: (document: Json, operation: Json, item: Json) => void;
  /** True where it is of the one operation. */
  readonly isOwn?: true;
  /** Nothing is expected where it has no kinds. */
  readonly verdict: Verdict;
  readonly mayFollow?: readonly ChangeKind[];
}

/** A change of how an API is reached, made once for each operation that declares the version header. */
export function connectionEdit({ name, prepare, change, isOwn, verdict, mayFollow = [] }: ConnectionEdit): EditKind {
  return {
    name: `connection: ${name}`,
    sites: ({ document }) =>
      operationsOf(document)
        .filter(({ operation }) => JSON.stringify(operation.parameters ?? []).includes('/intercom_version"'))
        .map(({ pointer }) => pointer),
    edit: ({ document }, site) => {
      const found = operationsOf(document).find(({ pointer }) => pointer === site);
      if (!found) return undefined;
      const operation = `${found.method.toUpperCase()} ${found.path}`;
      const item = site.slice(0, site.lastIndexOf('/'));
      return {
        what: `connection: ${name} at ${site}`,
        operations: [operation],
        ...(prepare && { prepare }),
        apply: (copied) => change(copied, recordAt(copied, site), recordAt(copied, item)),
        expected:
          verdict.kinds?.length === 0
            ? []
            : [{ operation: isOwn ? operation : undefined, places: anyPlace, ...verdict }],
        mayFollow,
      };
    },
  };
}
