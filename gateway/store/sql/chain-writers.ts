import type { Engine } from '../contract/engine.ts';
import { appendInProcess } from './append-in-process.ts';
import { appendInTurn } from './append-in-turn.ts';
import type { ChainWriter } from './appended.ts';

/** How each engine appends to the chain, for one opening of a store. */
export const chainWriters = {
  sqlite: () => appendInProcess,
  postgres: appendInTurn,
} satisfies Record<Engine, () => ChainWriter>;
