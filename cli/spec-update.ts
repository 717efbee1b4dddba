import { loadGenerator } from './load-generator.ts';

/** `intercom-mcp spec update`: imports the facts of a description. */
export const specUpdate = async ({
  from,
  apiVersion,
  dir,
  json,
}: {
  from?: string;
  apiVersion: string;
  dir: string;
  json?: boolean;
}): Promise<void> => {
  const { printSummary, updateSpec } = await loadGenerator();
  const summary = await updateSpec({ apiVersion, dir, ...(from === undefined ? {} : { from }) });
  process.stdout.write(json ? `${JSON.stringify(summary, null, 2)}\n` : printSummary(summary));
};
