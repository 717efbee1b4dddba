import type { PreparedUpdate, UpdateOptions } from './import/index.ts';
import type { InitOptions, InitReport } from './init-project.ts';
import type { inspectWords as inspect, WordsReport } from './words/inspect-words.ts';
import type { WrittenStubs, writeStubs as write } from './words/write-stubs.ts';

// What reads a description brings libraries along, and is loaded when it is called: `generate` mostly finds nothing to do.

/** Imports a description and compares it with the contract that is there; throws diagnostics, and writes nothing yet. */
export async function prepareUpdate(options: UpdateOptions): Promise<PreparedUpdate> {
  return await (await import('./import/index.ts')).prepareUpdate(options);
}

/**
 * Makes a project of an OpenAPI description: its tools, what was found out about the API as overlays to review, a config, a test
 * and a README. All of it is there at the end, or nothing. Throws {@link DiagnosticError}.
 */
export async function initProject(options: InitOptions): Promise<InitReport> {
  return await (await import('./init-project.ts')).initProject(options);
}

/** Looks at the words of all tools of a description, and writes nothing. Throws {@link DiagnosticError} as `generate` does. */
export async function inspectWords(...options: Parameters<typeof inspect>): Promise<WordsReport> {
  return await (await import('./words/inspect-words.ts')).inspectWords(...options);
}

/**
 * Writes a stub for whatever has no words and no stub yet, into the overlay of its resource: all files or none. Until a person
 * has written words, models read what follows from facts, and `generate` warns.
 */
export async function writeStubs(...options: Parameters<typeof write>): Promise<WrittenStubs[]> {
  return await (await import('./words/write-stubs.ts')).writeStubs(...options);
}
