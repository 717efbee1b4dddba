import { planTools } from '../../../../generator/build/plan-tools.ts';
import { type Diagnostic, DiagnosticError } from '../../../../generator/diagnostics/diagnostics.ts';
import type { Json } from '../../../../generator/json/json-schema.ts';
import { load } from '../../../../generator/load/load.ts';
import type { CatalogEntry } from '../../../../runtime/catalog/catalog.ts';

/** What became of a description: its tools, or the codes that it was refused with. */
export interface Outcome {
  /** `GET /pets` of each tool. */
  readonly tools: readonly string[];
  readonly catalog: readonly CatalogEntry[];
  /** Arguments of each tool, by `GET /pets`. */
  readonly inputs: Readonly<Record<string, Json>>;
  readonly diagnostics: readonly Diagnostic[];
  /** `CODE pointer` of each warning and error. */
  readonly told: readonly string[];
  readonly isRefused: boolean;
}

/** Plans the tools of a description, or of its text; throws nothing but what is no diagnostic. */
export async function outcomeOf(given: Json | string, location = 'acme.yaml'): Promise<Outcome> {
  try {
    const loaded = await load(location, typeof given === 'string' ? given : JSON.stringify(given), []);
    const { catalog, diagnostics } = planTools(loaded, { name: 'acme', expectWords: false });
    const inputs = catalog.map(({ method, path, inputSchema: { properties } }) => [
      `${method} ${path}`,
      properties ?? {},
    ]);
    return {
      tools: catalog.map(({ method, path }) => `${method} ${path}`),
      ...{ catalog, diagnostics, told: toldOf(diagnostics), isRefused: false },
      inputs: Object.fromEntries(inputs),
    };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const { diagnostics } = error;
    return { ...{ tools: [], catalog: [], inputs: {}, diagnostics, told: toldOf(diagnostics) }, isRefused: true };
  }
}

function toldOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, pointer }) => (pointer === '' ? code : `${code} ${pointer}`));
}
