import type { Surface } from '../compare/change.ts';
import { readSurface } from '../compare/surface.ts';
import type { Json } from '../json/json-schema.ts';

/** What was generated last, as its surface and as a description; undefined where there is nothing, or where it is damaged. */
export async function readGenerated(folder: string): Promise<{ surface: Surface; document: Json } | undefined> {
  const surface = await readSurface(folder);
  if (surface === undefined) return undefined;
  const { paths, schemas } = surface.operations;
  return { surface, document: { paths, components: { schemas } } };
}
