import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import type { Candidate, Line, Sources } from './complete.ts';

/** What stands for the options and arguments of all commands; each part is loaded when it is asked for. */
export const sources: Sources = {
  tool: (_, line) => tools(line),
  arguments: ([tool = ''], line) => argumentsOf(tool, line),
  '--tools': (_, line) => tools(line),
  '--tags': async (_, line) => {
    const entries = await entriesOf(line);
    return [...new Set(entries.flatMap(({ tags }) => tags))].sort().map((value) => ({ value }));
  },
  '--methods': async () => {
    const { FILTER_METHODS } = await import('../../runtime/catalog/filter.ts');
    return FILTER_METHODS.map((value) => ({ value }));
  },
  '--api-version': async () => {
    const { TOOL_VERSIONS } = await import('../../intercom/open-api.ts');
    return TOOL_VERSIONS.map((value) => ({ value }));
  },
  profile: profiles,
  '--profile': profiles,
};

async function profiles(): Promise<readonly Candidate[]> {
  const { listProfiles } = await import('../profiles/list-profiles.ts');
  const all = await listProfiles().catch(() => []);
  return all.map(({ profile, workspace }) => ({
    value: profile,
    ...(workspace !== null && { description: workspace }),
  }));
}

/** The tools of the API that the line names; none where that cannot be loaded: what is wrong with it is said when it is run. */
async function entriesOf({ api }: Line): Promise<readonly CatalogEntry[]> {
  if (api !== undefined) {
    const { loadApi } = await import('../api/load-api.ts');
    return await loadApi(api).then(
      ({ catalog }) => catalog,
      () => [],
    );
  }
  const { catalog } = await import('../../intercom/catalog.ts');
  return catalog;
}

async function tools(line: Line): Promise<readonly Candidate[]> {
  const entries = await entriesOf(line);
  return [
    ...entries.flatMap(({ function: value, title }) => (value === undefined ? [] : [{ value, description: title }])),
    ...entries.map(({ name, title }) => ({ value: name, description: title })),
  ];
}

async function argumentsOf(tool: string, line: Line): Promise<readonly Candidate[]> {
  const entry = (await entriesOf(line)).find((one) => one.name === tool || one.function === tool);
  if (entry === undefined) return [];
  const { argumentRows } = await import('../../runtime/reference/argument-rows.ts');
  const { inputSchema } = entry;
  const rows = argumentRows(inputSchema).filter(({ name }) => !/\[\]|\*/.test(name));
  return rows.map(({ name, description }) => ({
    value: `${name}=`,
    isOpen: true,
    ...(description !== undefined && { description }),
  }));
}
