import type { Candidate, Sources } from './complete.ts';

/** What stands for the options and arguments of all commands; each part is loaded when it is asked for. */
export const sources: Sources = {
  tool: tools,
  arguments: ([tool = '']) => argumentsOf(tool),
  '--tools': tools,
  '--tags': async () => {
    const entries = await entriesOf();
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

async function entriesOf() {
  const { catalog } = await import('../../intercom/catalog.ts');
  return catalog;
}

async function tools(): Promise<readonly Candidate[]> {
  const entries = await entriesOf();
  return [
    ...entries.flatMap(({ function: value, title }) => (value === undefined ? [] : [{ value, description: title }])),
    ...entries.map(({ name, title }) => ({ value: name, description: title })),
  ];
}

async function argumentsOf(tool: string): Promise<readonly Candidate[]> {
  const entry = (await entriesOf()).find((one) => one.name === tool || one.function === tool);
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
