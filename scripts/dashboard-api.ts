// The types of the gateway's API for the dashboard: `node scripts/dashboard-api.ts` writes them, from what the gateway
// answers at /openapi.json.
import { writeFile } from 'node:fs/promises';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { createGateway, newKeys, openStore } from '../gateway/index.ts';
import { hostIntercom } from '../intercom/hosting.ts';

const FILE = new URL('../dashboard/api/schema.d.ts', import.meta.url);

/** The text of the file. */
export async function apiTypes(): Promise<string> {
  await using store = await openStore(':memory:');
  await using gateway = await createGateway({
    store,
    keys: newKeys(),
    apis: [hostIntercom()],
    publicUrl: 'http://127.0.0.1',
  });
  const response = await gateway.fetch(new Request('http://127.0.0.1/openapi.json'));
  // Written by the gateway's own library for this format.
  const document = (await response.json()) as OpenAPI3;
  // Refusals are thrown, whatever their route: they need no types of each.
  for (const { responses = {} } of Object.values(document.paths ?? {}).flatMap((path) => Object.values(path)))
    for (const status of Object.keys(responses)) if (status >= '400') delete responses[status];
  const text = astToString(await openapiTS(document, { rootTypes: true, rootTypesNoSchemaPrefix: true }));
  return `// Written by \`npm run dashboard:api\`; changes made here are lost.\n\n${text}`;
}

if (import.meta.main) await writeFile(FILE, await apiTypes());
