import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import { DiagnosticError, diagnostic } from '../diagnostics/diagnostics.ts';
import { fail } from '../diagnostics/fail.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { parseText } from '../source/parse-text.ts';
import { isWhole } from './is-whole.ts';
import { knownPaths } from './known-paths.ts';
import { applyOverlays, type Overlaid, type OverlayFile } from './overlay.ts';
import { respellPaths, type Spelling } from './respell-paths.ts';
import { tidy } from './tidy.ts';

/** The overlays of a folder in the order in which they apply: corrections, tool facts, words. */
export async function readOverlays(folder: string): Promise<OverlayFile[]> {
  const entries = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    if (isMissing(error)) throw fail('SOURCE_NOT_FOUND', `there is no folder ${folder}`);
    throw error;
  });
  const rank = (file: string): number => ['corrections.yaml', 'tools.yaml'].indexOf(file) + 1 || 3;
  const files = entries.filter((file) => /\.ya?ml$/.test(file)).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Promise.all(
    files.map(async (file) => ({ file, content: parseText(await readFile(join(folder, file), 'utf8'), file).value })),
  );
}

/** There is no such folder, or it is a file. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** The overlays of a folder; none where there is no such folder. */
export async function readOverlaysIfThere(folder: string): Promise<OverlayFile[]> {
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isThere ? await readOverlays(folder) : [];
}

/** A description with its references bundled, its paths as the overlays spell them, and the overlays applied. */
export interface Loaded extends Overlaid {
  readonly spelling: Spelling;
  /** The description before its overlays, with its own spelling. */
  readonly source: Json;
}

/** Loads the text of a description: what a library does not see, such as duplicate keys, is checked first. Throws {@link DiagnosticError}. */
export async function load(location: string, text: string, overlays: readonly OverlayFile[]): Promise<Loaded> {
  return loadDocument(location, parseText(text, location).value, overlays);
}

/** Loads a description that was read already; reading what it refers to and bundling is swagger-parser's work. */
export async function loadDocument(location: string, value: Json, overlays: readonly OverlayFile[]): Promise<Loaded> {
  const version = typeof value.openapi === 'string' ? value.openapi : '';
  if (!/^3\.[01]\./.test(version)) {
    const found = value.swagger === undefined ? version || 'no version' : `Swagger ${String(value.swagger)}`;
    throw new DiagnosticError([
      diagnostic('SOURCE_OPENAPI_VERSION', `${location} is ${found}; OpenAPI 3.0 and 3.1 are read`),
    ]);
  }
  // Before, since examples hold references that lead nowhere; after, for what came from other files.
  const tidied = tidy(value);
  const source = isWhole(tidied) ? tidied : tidy(await bundle(location, tidied));
  return { ...overlay(source, overlays), source };
}

/** A description that was bundled already, with overlays applied to it: again, where other ones are tried. */
export function overlay(source: Json, overlays: readonly OverlayFile[]): Omit<Loaded, 'source'> {
  const { document, spelling, aliases } = respellPaths(source, knownPaths(overlays));
  return { ...applyOverlays(document, overlays, { aliases }), spelling };
}

async function bundle(location: string, value: Json): Promise<Json> {
  try {
    // The parser's own type of a document is narrower than what descriptions hold.
    const bundled: unknown = await SwaggerParser.bundle(location, value as never, {
      resolve: { http: false },
    });
    if (isRecord(bundled)) return bundled;
    throw new Error('the bundled description is no object');
  } catch (error) {
    throw new DiagnosticError([
      diagnostic('REFERENCE_UNREADABLE', error instanceof Error ? error.message : String(error), location),
    ]);
  }
}
