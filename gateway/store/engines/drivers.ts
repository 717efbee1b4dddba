import type { Engine } from '../contract/engine.ts';
import type { EngineDriver } from './engine-driver.ts';
import { postgres } from './postgres.ts';
import { sqlite } from './sqlite.ts';

/** The driver of each engine. */
export const drivers = { sqlite, postgres } satisfies { [Name in Engine]: EngineDriver<Name> };
