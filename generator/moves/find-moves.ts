import type { Json } from '../json/json-schema.ts';
import { findOperationMoves, type OperationMove } from './find-operation-moves.ts';
import { findSchemaMoves, type SchemaMove } from './find-schema-moves.ts';

/** What of one description stands elsewhere in the next. */
export interface Moves {
  readonly operations: readonly OperationMove[];
  readonly schemas: readonly SchemaMove[];
}

/** Compares two descriptions, both without overlays, by what is gone from the one and new in the other. */
export function findMoves(before: Json, after: Json): Moves {
  return { operations: findOperationMoves(before, after), schemas: findSchemaMoves(before, after) };
}

/** The moves of which nothing else can be meant. */
export function certainMoves({ operations, schemas }: Moves): Moves {
  return {
    operations: operations.filter(({ isCertain }) => isCertain),
    schemas: schemas.filter(({ isCertain }) => isCertain),
  };
}
