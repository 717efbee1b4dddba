import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../diagnostics/fail.ts';
import type { JsonObject } from '../json/json.ts';
import type { Json } from '../json/json-schema.ts';
import { overlayFiles } from '../source/overlay-files.ts';
import { parseText, parseTolerantly } from '../source/parse-text.ts';
import type { Places } from '../source/with-places.ts';
import { bundle } from './bundle.ts';
import { convertSwagger } from './convert-swagger.ts';
import { knownPaths } from './known-paths.ts';
import { leaveOut } from './leave-out.ts';
import { applyOverlays, type Overlaid, type OverlayFile } from './overlay.ts';
import { swaggerPointer } from './prepare-swagger.ts';
import { type Recognized, recognize } from './recognize.ts';
import { respellPaths, type Spelling } from './respell-paths.ts';
import { tidy } from './tidy.ts';

/** The overlays of a folder in the order in which they apply: corrections, tool facts, words. */
export async function readOverlays(folder: string): Promise<OverlayFile[]> {
  const files = filesOf(folder);
  return Promise.all(
    files.map(async (file) => ({ file, content: parseText(await readFile(join(folder, file), 'utf8'), file).value })),
  );
}

function filesOf(folder: string): string[] {
  try {
    return overlayFiles(folder);
  } catch (error) {
    throw isMissing(error) ? fail('SOURCE_NOT_FOUND', `there is no folder ${folder}`) : error;
  }
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
  /** Other files that it was read from by their addresses, each with the digest of its bytes; without one where it could not be read. */
  readonly others: ReadonlyMap<string, string | undefined>;
  /** The text that it was read from, where it was; other files than the first are not in it. */
  readonly places?: Places;
}

/** Loads the text of a description in any of the formats that are read. Throws {@link DiagnosticError} where it is none of them. */
export async function load(location: string, text: string, overlays: readonly OverlayFile[]): Promise<Loaded> {
  const parsed = parseTolerantly(text, location);
  const { document, kind, diagnostics } = recognize(location, parsed);
  const loaded = await loadRecognized(location, { document, kind }, overlays);
  const { value, locate } = parsed;
  const places: Places = {
    ...{ value, locate, length: text.length },
    ...(kind === 'swagger' && { original: swaggerPointer }),
  };
  return { ...loaded, places, diagnostics: [...parsed.diagnostics, ...diagnostics, ...loaded.diagnostics] };
}

/** Loads a description that was read already. */
export async function loadDocument(location: string, value: Json, overlays: readonly OverlayFile[]): Promise<Loaded> {
  // It was plain data before.
  const { document, kind, diagnostics } = recognize(location, { value: value as JsonObject });
  const loaded = await loadRecognized(location, { document, kind }, overlays);
  return { ...loaded, diagnostics: [...diagnostics, ...loaded.diagnostics] };
}

async function loadRecognized(
  location: string,
  { document, kind }: Pick<Recognized, 'document' | 'kind'>,
  overlays: readonly OverlayFile[],
): Promise<Loaded> {
  // Before, since examples hold references that lead nowhere; after, for what came from other files.
  const bundled = await bundle(location, tidy(document), kind);
  const converted =
    kind === 'swagger' ? convertSwagger(location, bundled.document) : { document: bundled.document, diagnostics: [] };
  const left = leaveOut(converted.document);
  const source = tidy(left.document);
  const overlaid = overlay(source, overlays);
  const diagnostics = [...bundled.diagnostics, ...converted.diagnostics, ...left.diagnostics, ...overlaid.diagnostics];
  return { ...overlaid, diagnostics, source, others: bundled.others };
}

/** A description that was bundled already, with overlays applied to it: again, where other ones are tried. */
export function overlay(source: Json, overlays: readonly OverlayFile[]): Omit<Loaded, 'source' | 'others' | 'places'> {
  const { document, spelling, aliases } = respellPaths(source, knownPaths(overlays));
  return { ...applyOverlays(document, overlays, { aliases }), spelling };
}
